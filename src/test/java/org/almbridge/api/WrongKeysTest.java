package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.almbridge.SteppedClock;
import org.junit.jupiter.api.Test;

class WrongKeysTest {

    private static final String ADDRESS = "192.0.2.1";

    private final SteppedClock clock = new SteppedClock();
    private final WrongKeys wrongKeys = new WrongKeys(clock);

    @Test
    void letsAnAddressErrAFewTimes() {
        note(ADDRESS, WrongKeys.ALLOWED - 1);
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isZero();

        note(ADDRESS, 1);
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isEqualTo(60);
    }

    @Test
    void forgetsAfterAMinute() {
        note(ADDRESS, WrongKeys.ALLOWED);
        clock.advance(WrongKeys.WINDOW_MS - 1);
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isEqualTo(1);

        clock.advance(1);
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isZero();
        note(ADDRESS, 1);
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isZero();
    }

    @Test
    void countsAMinuteFromTheFirstWrongKey() {
        note(ADDRESS, WrongKeys.ALLOWED - 1);
        clock.advance(WrongKeys.WINDOW_MS);
        note(ADDRESS, WrongKeys.ALLOWED - 1);

        assertThat(wrongKeys.waitSeconds(ADDRESS)).isZero();
    }

    @Test
    void keepsAddressesApart() {
        note(ADDRESS, WrongKeys.ALLOWED);

        assertThat(wrongKeys.waitSeconds("192.0.2.2")).isZero();
    }

    @Test
    void forgetsTheAddressItHasNotHeardOfForLongest() {
        note(ADDRESS, WrongKeys.ALLOWED - 1);
        note("192.0.2.2", WrongKeys.ALLOWED);
        note(ADDRESS, 1);
        IntStream.range(0, WrongKeys.MAX_ADDRESSES - 1).forEach(i -> note("other-" + i, 1));

        assertThat(wrongKeys.waitSeconds("192.0.2.2")).isZero();
        assertThat(wrongKeys.waitSeconds(ADDRESS)).isPositive();
    }

    private void note(String address, int times) {
        IntStream.range(0, times).forEach(i -> wrongKeys.note(address));
    }
}
