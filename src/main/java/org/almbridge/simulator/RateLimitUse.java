package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Shows how much of what it was allowed a client used of one HTTP method.
 *
 * @param throttled calls answered 429 for coming too soon
 * @param permitsUsed calls that passed the limit, whatever became of them then
 * @param permitsThere calls that could have passed from the first one to the latest, the opening burst included
 */
@RegisterForReflection
public record RateLimitUse(long throttled, long permitsUsed, double permitsThere) {

    static final RateLimitUse NONE = new RateLimitUse(0, 0, 0);

    RateLimitUse plus(boolean passed, double permits) {
        return new RateLimitUse(throttled + (passed ? 0 : 1), permitsUsed + (passed ? 1 : 0), permitsThere + permits);
    }
}
