package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Knows the distribution of the lag and must make the best of it. */
class ProbePlannerTest {

    private static final AgeGrid GRID = new AgeGrid(120_000);
    private static final int USERS = 40_000;
    private static final long SEED = 7;

    private record Reached(double meanExcess, double wasted) {}

    /** @param below the probability of a lag up to an age */
    private static LagDistribution distribution(DoubleUnaryOperator below) {
        double[] weights = new double[GRID.bins()];
        for (int bin = 0; bin < weights.length; bin++) {
            weights[bin] = below.applyAsDouble(GRID.edge(bin + 1)) - below.applyAsDouble(GRID.edge(bin));
        }
        return new LagDistribution(GRID, weights);
    }

    private static LagDistribution uniform(double from, double until) {
        return distribution(age -> Math.max(0, Math.min(1, (age - from) / (until - from))));
    }

    private static Reached follow(ProbePlan plan, LagDistribution lags) {
        Random random = new Random(SEED);
        double excess = 0;
        int wasted = 0;
        for (int user = 0; user < USERS; user++) {
            double lag = lags.quantile((user + 0.5) / USERS);
            double age = plan.nextAfter(0, random.nextDouble());
            while (age < lag) {
                wasted++;
                age = plan.nextAfter(age, random.nextDouble());
            }
            excess += age - lag;
        }
        return new Reached(excess / USERS, (double) wasted / USERS);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 229", "1, 150", "1.5, 112", "2, 89", "3, 64"})
    void reachesTheClosedFormOptimumForAUniformLag(double maxWasted, double best) {
        LagDistribution lags = uniform(1_000, 2_000);

        Reached reached = follow(ProbePlanner.plan(lags, maxWasted), lags);

        assertThat(reached.meanExcess()).isBetween(0.98 * best, 1.05 * best);
        assertThat(reached.wasted()).isLessThanOrEqualTo(maxWasted + 0.02);
    }

    @Test
    void nearlyNoWasteMeansOneProbeAtTheEnd() {
        LagDistribution lags = uniform(1_000, 2_000);

        ProbePlan plan = ProbePlanner.plan(lags, 0.001);

        assertThat(plan.nextAfter(0, 0.5)).isCloseTo(2_000, within(25.0));
        assertThat(follow(plan, lags).meanExcess()).isCloseTo(500, within(25.0));
    }

    @Test
    void oneWastedProbeGivesTheKnownSeries() {
        ProbePlan plan = ProbePlanner.plan(uniform(1_000, 2_000), 1);

        double age = 0;
        for (double expected : new double[] {1_400, 1_700, 1_900, 2_000}) {
            age = plan.nextAfter(age, 0.5);
            assertThat(age).isCloseTo(expected, within(45.0));
        }
    }

    @Test
    void aConstantLagNeedsOneProbe() {
        LagDistribution lags = uniform(3_000, 3_001);

        Reached reached = follow(ProbePlanner.plan(lags, 0.5), lags);

        assertThat(reached.meanExcess()).isLessThan(50);
        assertThat(reached.wasted()).isZero();
    }

    /** Half of the users wait 1 s, the others 10 s: one probe at 1 s finds the first half at the price of 0.5 wasted ones. */
    @Test
    void probesWhereTheUsersAre() {
        LagDistribution lags = distribution(age -> (age >= 1_000 ? 0.5 : 0) + (age >= 10_000 ? 0.5 : 0));

        Reached reached = follow(ProbePlanner.plan(lags, 0.51), lags);

        assertThat(reached.meanExcess()).isLessThan(100);
        assertThat(reached.wasted()).isLessThanOrEqualTo(0.52);
    }

    /** No single series wastes 0.25: half of the users are to get the one, half the other. */
    @Test
    void drawsBetweenSeriesForAnAllowanceThatNoneMeets() {
        LagDistribution lags = distribution(age -> (age >= 1_000 ? 0.5 : 0) + (age >= 10_000 ? 0.5 : 0));

        Reached reached = follow(ProbePlanner.plan(lags, 0.25), lags);

        assertThat(reached.wasted()).isCloseTo(0.25, within(0.01));
        assertThat(reached.meanExcess()).isCloseTo(2_250, within(100.0));
    }

    /** A lag without memory is best probed at equal steps: here 1 s, which waste 1 / (e - 1). */
    @Test
    void anExponentialLagIsProbedAtEqualSteps() {
        double step = 1_000;
        LagDistribution lags = distribution(age -> 1 - Math.exp(-age / step));
        double wasted = 1 / (Math.E - 1);

        Reached reached = follow(ProbePlanner.plan(lags, wasted), lags);

        assertThat(reached.meanExcess()).isCloseTo(wasted * step, within(0.03 * wasted * step));
        assertThat(reached.wasted()).isCloseTo(wasted, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.5, 1, 2, 20})
    void keepsItsAllowanceAndAlwaysGoesOn(double maxWasted) {
        LagDistribution lags = distribution(age -> 1 - Math.exp(-age / 2_000));

        ProbePlan plan = ProbePlanner.plan(lags, maxWasted);

        assertThat(plan.expectedWaste()).isLessThanOrEqualTo(maxWasted);
        for (int edge = 0; edge < GRID.bins(); edge++) {
            assertThat(plan.nextAfter(GRID.edge(edge), 0.5)).isGreaterThan(GRID.edge(edge));
        }
    }
}
