package org.almbridge.simulator;

/** The simulator's own limit of one method, for tests in simulated time. */
public final class RateLimitJudge {

    private final LeakyBuckets buckets = new LeakyBuckets();
    private RateLimit limit;

    public RateLimitJudge(int requestsPerMinute, int burst) {
        change(requestsPerMinute, burst);
    }

    public void change(int requestsPerMinute, int burst) {
        limit = new RateLimit(requestsPerMinute, burst, false);
    }

    public RateLimit limit() {
        return limit;
    }

    /** @return 0, or the milliseconds after which the call would get in */
    public long call(long now) {
        return buckets.admit("bridge", "POST", limit, RateLimitOpening.ONE_AND_BURST, now);
    }

    public RateLimitUse use() {
        return buckets.uses().get("POST");
    }

    /** Share of the calls that could have passed from the first one to the last. */
    public double share() {
        return use().permitsUsed() / use().permitsThere();
    }
}
