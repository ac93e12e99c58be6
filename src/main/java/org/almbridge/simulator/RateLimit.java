package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Says how often one caller may use one HTTP method.
 *
 * @param requestsPerMinute the steady rate, given out to the millisecond
 * @param burst further calls that pass at once before the rate holds
 * @param silent whether answers keep it to themselves, as behind a proxy that takes the headers away; absent: it is told
 */
@RegisterForReflection
public record RateLimit(int requestsPerMinute, int burst, Boolean silent) {

    public RateLimit {
        silent = Boolean.TRUE.equals(silent);
        Json.require(requestsPerMinute > 0, "requestsPerMinute must be positive.");
        Json.require(burst >= 0, "burst must not be negative.");
    }
}
