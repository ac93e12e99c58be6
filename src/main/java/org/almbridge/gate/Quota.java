package org.almbridge.gate;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * ALM's own bucket, as full as it can be at most. Nobody knows when a call that is under way reaches ALM, so it counts as
 * a whole until it has ended and drains only then: however the time between gate and ALM varies, no call comes too soon.
 */
final class Quota {

    /** Both sides read whole milliseconds, so each may be one off. */
    private static final double CLOCK_MS = 2;

    private final Limit limit;
    private final Bucket bucket;
    private final double capacity;
    private final long holdMs;
    private final Set<Passage> held = new LinkedHashSet<>();

    /** @param level calls that ALM's bucket holds */
    Quota(Limit limit, double level, long now) {
        double perMs = limit.perMillisecond();
        double spare = CLOCK_MS * perMs;
        this.limit = limit;
        this.capacity = 1.0 + limit.burst() - spare;
        this.bucket = new Bucket(perMs, capacity, -spare, Math.min(level, capacity), now);
        // or a slow ALM would be asked less often than it allows: half of the burst is left to drain
        this.holdMs = (long) Math.ceil(Math.max(1.0, limit.burst() / 2.0) / perMs);
    }

    Limit limit() {
        return limit;
    }

    /** Calls that find room in the empty bucket. */
    double capacity() {
        return capacity;
    }

    /** Milliseconds until a call may go, as far as can be told; the end of one under way may bring it forward. */
    long waitMs(long now) {
        release(now);
        long wait = bucket.waitMs(held.size() + 1.0);
        return wait < Long.MAX_VALUE ? wait : Math.max(1, held.iterator().next().passedAt() + holdMs - now);
    }

    /** Calls that may go at once. */
    int room(long now) {
        release(now);
        return (int) Math.max(0, bucket.room() - held.size());
    }

    void take(Passage passage) {
        held.add(passage);
    }

    void ended(Passage passage, long now) {
        release(now);
        if (held.remove(passage)) {
            bucket.pour(1);
        }
    }

    /** ALM has refused a call: there is no room at all. */
    void fill(long now) {
        release(now);
        bucket.pour(Math.max(0, capacity - held.size() - bucket.level()));
    }

    /** Calls that ALM's bucket may still hold. */
    double level(long now) {
        release(now);
        return bucket.level();
    }

    private void release(long now) {
        Iterator<Passage> oldest = held.iterator();
        while (oldest.hasNext()) {
            long until = oldest.next().passedAt() + holdMs;
            if (until > now) {
                break;
            }
            oldest.remove();
            bucket.drain(until);
            bucket.pour(1);
        }
        bucket.drain(now);
    }
}
