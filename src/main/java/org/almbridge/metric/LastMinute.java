package org.almbridge.metric;

import java.time.Clock;
import java.time.Duration;

/** Counts what happened in the last 60 seconds, by whole seconds. */
final class LastMinute {

    private static final int SECONDS = 60;

    private final Clock clock;
    private final int[] counts = new int[SECONDS];
    private long second;

    LastMinute(Clock clock) {
        this.clock = clock;
        this.second = now();
    }

    synchronized void add() {
        forget();
        counts[(int) (second % SECONDS)]++;
    }

    synchronized int count() {
        forget();
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** A clock that steps back counts for the latest second. */
    private void forget() {
        long now = now();
        for (long passed = Math.max(second + 1, now - SECONDS + 1); passed <= now; passed++) {
            counts[(int) (passed % SECONDS)] = 0;
        }
        second = Math.max(second, now);
    }

    private long now() {
        return Duration.ofMillis(clock.millis()).toSeconds();
    }
}
