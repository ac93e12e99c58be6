package org.almbridge.simulator;

/** Tells one caller's calls that pass from those that come too soon, as nginx does with {@code limit_req nodelay}. */
final class LeakyBucket {

    /** What one call adds, in the unit of which a rate of one request a minute drains one a millisecond. */
    static final long CALL = 60_000;

    private long level;
    private long drainedAt;

    LeakyBucket(long now) {
        drainedAt = now;
    }

    /** Lets the call in and returns 0, or returns the milliseconds after which it would get in. */
    long admit(int requestsPerMinute, long capacity, long now) {
        level = Math.max(0, level - elapsed(now) * requestsPerMinute);
        drainedAt += elapsed(now);
        long excess = level + CALL - capacity;
        if (excess > 0) {
            return (excess + requestsPerMinute - 1) / requestsPerMinute;
        }
        level += CALL;
        return 0;
    }

    /** Milliseconds since the bucket was last drained; never negative, for a system clock may step back. */
    long elapsed(long now) {
        return Math.max(0, now - drainedAt);
    }
}
