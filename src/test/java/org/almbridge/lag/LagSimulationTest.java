package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.almbridge.SteppedClock;
import org.almbridge.lag.LaggingIndex.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Learns a lag that is seen only by probing, against the best that anybody could do who knows its distribution. */
class LagSimulationTest {

    private static final long WINDOW_MS = 120_000;
    private static final int WARM_UP = 500;
    private static final int USERS = 3_000;
    private static final int SEEDS = 3;

    private static DoubleSupplier uniform(Random truth, double fromMs, double untilMs) {
        return () -> fromMs + (untilMs - fromMs) * truth.nextDouble();
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "0.5, 229", "1, 150", "2, 89"})
    void isWithin15PercentOfTheBest(double maxWasted, double best) {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(maxWasted, seed, LaggingIndex.ONE_BY_ONE_MS);
            alm.create(WARM_UP, uniform(truth, 1_000, 2_000));
            return alm.create(USERS, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.15 * best, Math.max(0.1, maxWasted + 0.05));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "0.5, 229", "1, 150", "2, 89"})
    void isSoAfterAnotherLagWasLearned(double maxWasted, double best) {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(maxWasted, seed, LaggingIndex.ONE_BY_ONE_MS);
            alm.create(WARM_UP, uniform(truth, 4_000, 6_000));
            alm.create(2 * WARM_UP, uniform(truth, 1_000, 2_000));
            return alm.create(USERS, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.15 * best, Math.max(0.1, maxWasted + 0.05));
    }

    /** 500 users a second: what is learned is of a plan that was changed meanwhile. Within 25 % and 10 %. */
    @ParameterizedTest
    @CsvSource({"0, 500", "0.5, 229", "1, 150", "2, 89"})
    void isNearlySoWithHundredsUnderWay(double maxWasted, double best) {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(maxWasted, seed, 2);
            alm.create(10_000, uniform(truth, 1_000, 2_000));
            return alm.create(10_000, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.25 * best, Math.max(0.1, 1.1 * maxWasted + 0.05));
    }

    /** Within 50 % and 50 ms of the best for the lag of the moment. */
    @ParameterizedTest
    @CsvSource({"0.5, 229", "1, 150", "2, 89"})
    void followsALongerLagWithin50Observations(double maxWasted, double best) {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(maxWasted, seed, LaggingIndex.ONE_BY_ONE_MS);
            alm.create(WARM_UP, uniform(truth, 1_000, 2_000));
            alm.create(50, uniform(truth, 4_000, 6_000));
            return alm.create(100, uniform(truth, 4_000, 6_000));
        });

        assertReached(reached, 1.5 * 2 * best + 50, maxWasted + 0.2);
    }

    /** A first probe that always succeeds shows a shorter lag only by succeeding always. */
    @ParameterizedTest
    @CsvSource({"0.5, 229", "1, 150", "2, 89"})
    void followsTheWayBackWithin50Observations(double maxWasted, double best) {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(maxWasted, seed, LaggingIndex.ONE_BY_ONE_MS);
            alm.create(WARM_UP, uniform(truth, 1_000, 2_000));
            alm.create(WARM_UP, uniform(truth, 4_000, 6_000));
            alm.create(50, uniform(truth, 1_000, 2_000));
            return alm.create(100, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.5 * best + 50, maxWasted + 0.2);
    }

    /** With hardly a failed probe a shorter lag shows only in the few early probes, so following takes longer. */
    @Test
    void followsTheWayBackUnderAQuotaWithin300Observations() {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            LaggingIndex alm = index(0, seed, LaggingIndex.ONE_BY_ONE_MS);
            alm.create(WARM_UP, uniform(truth, 1_000, 2_000));
            alm.create(WARM_UP, uniform(truth, 4_000, 6_000));
            alm.create(300, uniform(truth, 1_000, 2_000));
            return alm.create(100, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.5 * 500 + 50, 0.15);
    }

    @Test
    void wastesLittleWhileTheQuotaIsTheBottleneck() {
        Outcome reached = average(seed -> {
            Random truth = new Random(seed);
            SteppedClock clock = new SteppedClock();
            Lag lag = new Lag(0.5, WINDOW_MS, clock, new Random(seed + 1_000));
            new LaggingIndex(lag, clock, LaggingIndex.ONE_BY_ONE_MS, false)
                    .create(WARM_UP, uniform(truth, 1_000, 2_000));
            return new LaggingIndex(lag, clock, LaggingIndex.ONE_BY_ONE_MS, true)
                    .create(USERS, uniform(truth, 1_000, 2_000));
        });

        assertReached(reached, 1.15 * 500, 0.1);
    }

    private static Outcome average(LongFunction<Outcome> run) {
        return Outcome.average(LongStream.rangeClosed(1, SEEDS).mapToObj(run).toList());
    }

    private static LaggingIndex index(double maxWasted, long seed, long everyMs) {
        SteppedClock clock = new SteppedClock();
        Lag lag = new Lag(maxWasted, WINDOW_MS, clock, new Random(seed + 1_000));
        return new LaggingIndex(lag, clock, everyMs, maxWasted == 0);
    }

    private static void assertReached(Outcome reached, double mean, double wasted) {
        assertThat(reached.mean()).as("%s, seeds 1 to %d", reached, SEEDS).isLessThanOrEqualTo(mean);
        assertThat(reached.wasted()).as("%s, seeds 1 to %d", reached, SEEDS).isLessThanOrEqualTo(wasted);
    }
}
