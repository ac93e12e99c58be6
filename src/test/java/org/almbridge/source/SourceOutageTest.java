package org.almbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceOutageTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void waitsTwiceAsLongFromTryToTryUpToAMinute() {
        List<Long> waits = Stream.iterate(
                        SourceOutage.after(null, NOON, "down"), before -> SourceOutage.after(before, NOON, "down"))
                .limit(9)
                .map(outage -> Duration.between(NOON, outage.next()).toSeconds())
                .toList();

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L);
    }

    @Test
    void restsUntilTheNextTryAndNotAtIt() {
        SourceOutage outage = SourceOutage.after(null, NOON, "down");

        assertThat(outage.restsAt(NOON.plusMillis(999))).isTrue();
        assertThat(outage.restsAt(NOON.plusMillis(1000))).isFalse();
    }

    @Test
    void isToldAtTheFirstFailureAndThenSeldom() {
        SourceOutage first = SourceOutage.after(null, NOON, "down");
        Instant soon = NOON.plus(Duration.ofMinutes(15)).minusMillis(1);
        Instant later = NOON.plus(Duration.ofMinutes(15));

        assertThat(first.isToldAt(NOON)).isTrue();
        assertThat(SourceOutage.after(first, soon, "down").isToldAt(soon)).isFalse();
        assertThat(SourceOutage.after(first, later, "down").isToldAt(later)).isTrue();
    }

    @Test
    void isToldAgainWhenTheReasonChanges() {
        SourceOutage first = SourceOutage.after(null, NOON, "down");
        Instant soon = NOON.plusSeconds(1);

        assertThat(SourceOutage.after(first, soon, "wrong key").isToldAt(soon)).isTrue();
    }

    @Test
    void remembersWhenItBegan() {
        SourceOutage first = SourceOutage.after(null, NOON, "down");

        assertThat(SourceOutage.after(first, NOON.plusSeconds(9), "down").since())
                .isEqualTo(NOON);
    }
}
