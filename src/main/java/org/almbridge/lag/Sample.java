package org.almbridge.lag;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Picks the observations that count when many come at a time. What comes within one lag is biased: after a change of plan the users
 * who needed one probe are heard of before those who needed two. With a memory shorter than a lag the model would chase its own
 * plans, so memory must span many lags. Not thread-safe.
 */
final class Sample {

    private static final double PER_LAG = 32;

    private final Clock clock;
    private final RandomGenerator random;
    private long sliceEndsAt;
    private long before;
    private long current;

    Sample(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** @param lagMs how long a lag usually is */
    boolean takes(double lagMs) {
        long now = clock.millis();
        if (now >= sliceEndsAt) {
            before = now < sliceEndsAt + lagMs ? current : 0;
            current = 0;
            sliceEndsAt = now + Math.round(lagMs);
        }
        current++;
        return random.nextDouble() * Math.max(before, current) < PER_LAG;
    }
}
