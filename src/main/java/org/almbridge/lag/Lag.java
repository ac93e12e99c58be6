package org.almbridge.lag;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Learns how long ALM's index lags behind a create and says when a user is worth a probe, which is an enrolment that ALM may refuse
 * because it does not see the user yet. All ages are milliseconds since the answer that created the user. Thread-safe; a question
 * takes no lock, and plans are made by the thread whose observation makes one due.
 *
 * <p>A next probe follows from the age alone. Nothing is remembered of a user, so a restart changes nothing for those who wait.
 */
public final class Lag {

    /** An early probe lies between this part of the planned age and the planned age. */
    private static final double EARLIEST = 0.25;

    /** Above this much proof of a shorter lag more users are probed early, up to all. */
    private static final double DOUBT = 0.3;

    private static final double EXPLORED_PER_DOUBT = 4;

    /** What was known before an incident counts for so many observations after it. */
    private static final double WEIGHT_AFTER_INCIDENT = 5;

    private static final long LEAST_OVERDUE_MS = 10_000;
    private static final double OVERDUE_QUANTILE = 0.99;
    private static final double OVERDUE_FACTOR = 5;

    /** An incident has to be noticed before the first of its learners leaves the window. */
    private static final double MOST_OVERDUE = 0.75;

    private final double maxWasted;
    private final long windowMs;
    private final RandomGenerator random;
    private final LagKnowledge known;
    private final AtomicBoolean planning = new AtomicBoolean();
    private volatile Plans plans;

    /**
     * @param maxWasted failed probes allowed for each user on average, 0 or more; below 0.07 counts as 0.07, because whoever never
     *                  fails never learns
     * @param windowMs  the longest lag that is taken for one, above 0
     * @param random    asked by many threads at a time, so thread-safe, as {@link java.util.Random} is
     */
    public Lag(double maxWasted, long windowMs, Clock clock, RandomGenerator random) {
        if (!(maxWasted >= 0) || windowMs <= 0) {
            throw new IllegalArgumentException(
                    "max wasted calls must be 0 or more and the window above 0, not " + maxWasted + " and " + windowMs);
        }
        this.maxWasted = maxWasted;
        this.windowMs = windowMs;
        this.random = random;
        this.known = new LagKnowledge(windowMs, new Sample(clock, random));
        this.plans = new Plans(known.distribution(), maxWasted);
    }

    /**
     * The age at which a new user is probed first. A few users are probed earlier than planned: a first probe that always succeeds
     * says nothing about shorter lags.
     *
     * @param quotaBound a failed call costs more than a wait now, so plan as if none were allowed
     */
    public long firstProbe(boolean quotaBound) {
        double planned = plans.after(0, quotaBound, random);
        double doubt = Math.max(0, known.suspectsShorter() - DOUBT);
        boolean early = random.nextDouble() < Plans.EXPLORED + EXPLORED_PER_DOUBT * doubt;
        return later(0, early ? planned * Math.pow(EARLIEST, random.nextDouble()) : planned);
    }

    /**
     * The age of the next probe of a user whom ALM did not see at {@code ageMs}. There always is one; where to stop is for the
     * caller to decide.
     *
     * @param ageMs of the latest failed probe, or of now if later
     * @return above {@code ageMs}
     */
    public long nextProbe(long ageMs, boolean quotaBound) {
        return later(ageMs, plans.after(Math.max(0, ageMs), quotaBound, random));
    }

    private static long later(long ageMs, double next) {
        return Math.max(ageMs + 1, Math.round(next));
    }

    /**
     * ALM saw the user. When many are seen at a time, a sample of them is learned from.
     *
     * @param lastFailedAgeMs of the last probe that failed, 0 when none did
     * @param acceptedAgeMs   of the probe that was accepted
     * @return false for what cannot be or lies beyond the window, which is ignored
     */
    public boolean accepted(long lastFailedAgeMs, long acceptedAgeMs) {
        if (lastFailedAgeMs < 0 || acceptedAgeMs <= lastFailedAgeMs || acceptedAgeMs > windowMs) {
            return false;
        }
        if (known.observed(lastFailedAgeMs, acceptedAgeMs)) {
            planAnew();
        }
        return true;
    }

    /** An incident is over. The lag may be another one now, so what was known counts for little. */
    public void incidentEnded() {
        known.doubt(WEIGHT_AFTER_INCIDENT);
        planAnew();
    }

    /** Skipped while another thread plans: the next observation finds the plan still due. */
    private void planAnew() {
        if (planning.compareAndSet(false, true)) {
            try {
                plans = new Plans(known.distribution(), maxWasted);
            } finally {
                planning.set(false);
            }
        }
    }

    /** The lag that the share {@code p} of users does not exceed, in milliseconds, as of the present plan. */
    public long quantile(double p) {
        return Math.round(plans.lag().quantile(p));
    }

    /** The age from which a user who is still not seen is a sign of an incident. */
    public long overdueAfterMs() {
        double overdue = Math.max(OVERDUE_FACTOR * quantile(OVERDUE_QUANTILE), LEAST_OVERDUE_MS);
        return Math.round(Math.min(overdue, MOST_OVERDUE * windowMs));
    }

    /** Observations learned from since the start of the process. */
    public long observations() {
        return known.observations();
    }

    /** What is known, as one line of a few kilobytes at most. */
    public String snapshot() {
        return known.snapshot();
    }

    /**
     * Goes on from a snapshot, also one taken with another window.
     *
     * @return false, and nothing has changed, when the text is not a snapshot of this version
     */
    public boolean restore(String snapshot) {
        boolean restored = known.restore(snapshot);
        if (restored) {
            planAnew();
        }
        return restored;
    }
}
