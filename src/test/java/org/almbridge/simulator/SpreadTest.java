package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Pins the percentiles at their edges. */
class SpreadTest {

    @Test
    void takesPercentilesByNearestRank() {
        assertThat(Spread.of(LongStream.rangeClosed(1, 100).toArray())).isEqualTo(new Spread(50.5, 50, 95, 100));
        assertThat(Spread.of(30, 10)).isEqualTo(new Spread(20, 10, 30, 30));
        assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7, 7));
    }
}
