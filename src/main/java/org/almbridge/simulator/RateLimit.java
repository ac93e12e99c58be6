package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Says how often one caller may use one HTTP method.
 *
 * @param requestsPerMinute the steady rate, given out to the millisecond
 * @param burst further calls that pass at once before the rate holds
 */
@RegisterForReflection
public record RateLimit(int requestsPerMinute, int burst) {

    public RateLimit {
        Json.require(requestsPerMinute > 0, "requestsPerMinute must be positive.");
        Json.require(burst >= 0, "burst must not be negative.");
    }
}
