package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.almbridge.SteppedClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edges of what routes ask; how good the answers are is measured in {@link LagSimulationTest}. */
class LagTest {

    private static final long WINDOW_MS = 120_000;
    private static final long SEED = 11;

    private final SteppedClock clock = new SteppedClock();
    private final Lag lag = new Lag(0.5, WINDOW_MS, clock, new Random(SEED));

    private void observe(int times, long lastFailedAgeMs, long acceptedAgeMs) {
        for (int time = 0; time < times; time++) {
            clock.advance(10_000);
            lag.accepted(lastFailedAgeMs, acceptedAgeMs);
        }
    }

    @Test
    void assumesThePublishedLagAtFirst() {
        assertThat(lag.quantile(0.5)).isCloseTo(1_500, within(25L));
        assertThat(lag.observations()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1000", "1000, 1000", "1500, 1000", "0, 120001", "0, 0", "0, -5"})
    void ignoresWhatCannotBe(long lastFailedAgeMs, long acceptedAgeMs) {
        String before = lag.snapshot();

        assertThat(lag.accepted(lastFailedAgeMs, acceptedAgeMs)).isFalse();
        assertThat(lag.snapshot()).isEqualTo(before);
        assertThat(lag.observations()).isZero();
    }

    @Test
    void takesTheWholeWindow() {
        assertThat(lag.accepted(0, 1)).isTrue();
        assertThat(lag.accepted(WINDOW_MS - 1, WINDOW_MS)).isTrue();
        assertThat(lag.observations()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void thereIsAlwaysANextProbe(boolean quotaBound) {
        for (long age = 0; age < 3 * WINDOW_MS; age += 37) {
            assertThat(lag.nextProbe(age, quotaBound)).as("seed %d", SEED).isGreaterThan(age);
        }
    }

    @Test
    void whoeverExceedsWhatWasSeenWaitsTenSecondsAtMost() {
        observe(100, 1_000, 2_000);

        for (long age = 3_000; age < 3 * WINDOW_MS; age += 503) {
            assertThat(lag.nextProbe(age, true) - age).as("age %d", age).isLessThanOrEqualTo(10_001);
        }
    }

    @Test
    void aFewUsersAreProbedEarly() {
        int early = 0;
        for (int user = 0; user < 10_000; user++) {
            early += lag.firstProbe(true) < 1_500 ? 1 : 0;
        }

        assertThat(early).as("seed %d", SEED).isBetween(150, 450);
    }

    @Test
    void aScarceQuotaMeansALaterProbe() {
        double usual = 0;
        double scarce = 0;
        for (int user = 0; user < 1_000; user++) {
            usual += lag.firstProbe(false);
            scarce += lag.firstProbe(true);
        }

        assertThat(scarce).as("seed %d", SEED).isGreaterThan(1.1 * usual);
    }

    @Test
    void overdueFollowsTheLag() {
        assertThat(lag.overdueAfterMs()).isBetween(10_000L, 20_000L);

        observe(200, 7_000, 8_000);

        assertThat(lag.overdueAfterMs()).isBetween(38_000L, 60_000L);
    }

    @Test
    void overdueComesBeforeTheEndOfTheWindow() {
        assertThat(new Lag(0.5, 4_000, clock, new Random(SEED)).overdueAfterMs())
                .isEqualTo(3_000);
    }

    @Test
    void aRestartForgetsNothing() {
        observe(200, 4_000, 6_000);
        Lag restarted = new Lag(0.5, WINDOW_MS, clock, new Random(SEED));

        assertThat(restarted.restore(lag.snapshot())).isTrue();

        assertThat(restarted.quantile(0.5)).isCloseTo(lag.quantile(0.5), within(100L));
        assertThat(restarted.nextProbe(0, false)).isGreaterThan(4_000);
    }

    @Test
    void anUnreadableSnapshotChangesNothing() {
        assertThat(lag.restore("0;whatever")).isFalse();
        assertThat(lag.quantile(0.5)).isCloseTo(1_500, within(25L));
    }

    @Test
    void afterAnIncidentFewObservationsDecide() {
        observe(300, 1_000, 2_000);

        lag.incidentEnded();
        observe(6, 20_000, 22_000);

        assertThat(lag.quantile(0.5)).isBetween(20_000L, 22_000L);
    }

    /** Thousands of users who are seen within one lag must not drown what was learned over minutes. */
    @Test
    void aCrowdCountsAsASample() {
        for (int user = 0; user < 10_000; user++) {
            lag.accepted(0, 1_500);
        }

        assertThat(lag.observations()).as("seed %d", SEED).isBetween(32L, 400L);
    }

    @Test
    void refusesASenselessConfiguration() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lag(-0.1, WINDOW_MS, clock, new Random(SEED)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lag(Double.NaN, WINDOW_MS, clock, new Random(SEED)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lag(0.5, 0, clock, new Random(SEED)));
    }

    @Test
    void manyThreadsAskAndTellAtATime() throws Exception {
        int threads = 8;
        int users = 500;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                done.add(pool.submit(() -> followUsers(users)));
            }
            for (Future<Boolean> each : done) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(lag.observations()).isPositive().isLessThanOrEqualTo((long) threads * users);
        assertThat(lag.quantile(0.5)).isBetween(900L, 2_100L);
        assertThat(new Lag(0.5, WINDOW_MS, clock, new Random(SEED)).restore(lag.snapshot()))
                .isTrue();
    }

    private boolean followUsers(int users) {
        boolean consistent = true;
        for (int user = 0; user < users; user++) {
            long truth = 1_000 + 2L * user;
            long failed = 0;
            long age = lag.firstProbe(false);
            while (age < truth) {
                failed = age;
                age = lag.nextProbe(age, false);
                consistent &= age > failed;
            }
            consistent &= lag.accepted(failed, age);
        }
        return consistent;
    }
}
