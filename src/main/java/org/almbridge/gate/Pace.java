package org.almbridge.gate;

import java.util.Collection;
import java.util.Comparator;

/**
 * Spends a quota so that calls that finish find room when they fall due. A create draws from a second bucket for all
 * calls its learner will make; without it learners would go in waves, and each wave's enrolments wait for each other.
 */
final class Pace {

    /** The longest lag that ALM publishes: creates run ahead of the enrolments by so much. */
    private static final long LAG_MS = 2_000;

    /** For learners under way: far longer than ALM's index usually lags. */
    private static final long HORIZON_MS = 15_000;

    /** The create and one enrolment; who has more of them only waits for their turn. */
    private static final double CALLS_A_LEARNER = 2;

    /** Learners for whom there is always a place: who waits for a retry takes one too. */
    private static final int PLACES = 32;

    private final Quota quota;
    private final Bucket starts;
    private final double startsCapacity;

    /** @param underWay calls that ALM may not have seen yet */
    Pace(Limit limit, double level, long now, Collection<Passage> underWay) {
        quota = new Quota(limit, level, now);
        startsCapacity = ahead(limit, quota.capacity());
        starts = new Bucket(limit.perMillisecond(), startsCapacity, 0, 0, now);
        underWay.stream().sorted(Comparator.comparingLong(Passage::passedAt)).forEach(passage -> take(passage, now));
    }

    /** Calls by which creates may run ahead of what they bring along, between all bridges. */
    static int ahead(Limit limit) {
        return (int) ahead(limit, 1.0 + limit.burst());
    }

    private static double ahead(Limit limit, double atOnce) {
        return Math.max(atOnce, limit.perMillisecond() * LAG_MS);
    }

    Limit limit() {
        return quota.limit();
    }

    /** Learners who can be served soon by one of so many bridges, and a few more. */
    int learners(int bridges) {
        double served = limit().perMillisecond() * HORIZON_MS / CALLS_A_LEARNER;
        return (int) Math.min(Integer.MAX_VALUE, (served + limit().burst()) / bridges + PLACES);
    }

    double level(long now) {
        return quota.level(now);
    }

    long waitMs(Call call, long now) {
        long wait = quota.waitMs(now);
        if (call.finishing()) {
            return wait;
        }
        starts.drain(now);
        return Math.max(wait, starts.waitMs(Math.min(call.charge(), startsCapacity)));
    }

    /** What {@link #waitMs} would be if creates brought nothing along. */
    long quotaWaitMs(long now) {
        return quota.waitMs(now);
    }

    /** Calls that find room at ALM at once, for all that this bridge knows. */
    int room(long now) {
        return quota.room(now);
    }

    void take(Passage passage, long now) {
        quota.take(passage);
        starts.drain(now);
        starts.pour(passage.call().charge());
    }

    void ended(Passage passage, long now) {
        quota.ended(passage, now);
    }

    void fill(long now) {
        quota.fill(now);
    }
}
