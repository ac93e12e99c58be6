package org.almbridge.lag;

import java.util.random.RandomGenerator;

/**
 * The probe times that follow from one state of what is known, for the usual allowance and for a scarce quota. Each time is moved a
 * little at random, or all users would be probed at the same few ages and nothing would be learned of the ages between.
 */
final class Plans {

    /** Part of the allowance that early probes may use; they fail nearly always while the lag stays. */
    static final double EXPLORED = 0.04;

    /** Less than this cannot be planned for: with no failed probe at all the longest lag is never found. */
    private static final double LEAST_WASTED = 0.07;

    /** What is known is also noise, and a plan that is fitted to it wastes a little more than it expects. */
    private static final double SOBRIETY = 0.98;

    /** How far a probe may be moved, of the step before it. */
    private static final double JITTER = 0.1;

    /** The longest wait for users whose lag exceeds nearly all that was seen. */
    private static final double LONGEST_STEP_MS = 10_000;

    /** The step beyond the window, of the age. */
    private static final double STEP_BEYOND = 0.3;

    private final LagDistribution lag;
    private final double start;
    private final double top;
    private final ProbePlan usual;
    private volatile ProbePlan frugal;

    /** @param maxWasted failed probes for each user on average, 0 or more */
    Plans(LagDistribution lag, double maxWasted) {
        this.lag = lag;
        this.start = lag.quantile(0.02);
        this.top = lag.quantile(0.99);
        this.usual = plan(maxWasted);
    }

    private ProbePlan plan(double maxWasted) {
        return ProbePlanner.plan(lag, Math.max(SOBRIETY * maxWasted, LEAST_WASTED) - EXPLORED);
    }

    LagDistribution lag() {
        return lag;
    }

    /** The age of the probe after one that failed at {@code age}, 0 for the first. */
    double after(double age, boolean quotaBound, RandomGenerator random) {
        double planned = (quotaBound ? frugal() : usual).nextAfter(age, random.nextDouble());
        double step = planned - Math.max(age, Math.min(start, planned));
        return limited(age, planned + (2 * random.nextDouble() - 1) * JITTER * step);
    }

    private double limited(double age, double next) {
        if (next <= age) {
            return age + Math.min(LONGEST_STEP_MS, STEP_BEYOND * age);
        }
        return age < top ? next : Math.min(next, age + LONGEST_STEP_MS);
    }

    /** Made when first needed, which is seldom; made twice at worst. */
    private ProbePlan frugal() {
        ProbePlan known = frugal;
        if (known == null) {
            known = plan(0);
            frugal = known;
        }
        return known;
    }
}
