package org.almbridge.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps a bucket for each caller and method that were seen lately, and the sums by method for the report. */
final class LeakyBuckets {

    private static final int CAPACITY = 1_000;

    private final Map<Key, LeakyBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LeakyBucket> eldest) {
            return size() > CAPACITY;
        }
    };
    private final Map<String, RateLimitUse> uses = new TreeMap<>();

    private record Key(String caller, String method) {}

    /** Lets the call in and returns 0, or returns the milliseconds after which it would get in. */
    long admit(String caller, String method, RateLimit limit, RateLimitOpening opening, long now) {
        long capacity = capacity(limit, opening);
        LeakyBucket bucket = buckets.get(new Key(caller, method));
        long fresh = bucket == null ? capacity : bucket.elapsed(now) * limit.requestsPerMinute();
        if (bucket == null) {
            bucket = new LeakyBucket(now);
            buckets.put(new Key(caller, method), bucket);
        }
        long waitMs = bucket.admit(limit.requestsPerMinute(), capacity, now);
        uses.merge(
                method,
                RateLimitUse.NONE.plus(waitMs == 0, (double) fresh / LeakyBucket.CALL),
                (before, one) -> before.plus(waitMs == 0, one.permitsThere()));
        return waitMs;
    }

    Map<String, RateLimitUse> uses() {
        return new TreeMap<>(uses);
    }

    void forget() {
        buckets.clear();
        uses.clear();
    }

    private static long capacity(RateLimit limit, RateLimitOpening opening) {
        long atOnce = opening == RateLimitOpening.RATE_AND_BURST ? limit.requestsPerMinute() : 1;
        return (atOnce + limit.burst()) * LeakyBucket.CALL;
    }
}
