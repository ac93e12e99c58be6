package org.almbridge.simulator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;

/** Sums up many durations in milliseconds; percentiles are by nearest rank, and of nothing everything is 0. */
@RegisterForReflection
public record Spread(double mean, long p50, long p95, long max) {

    static Spread of(long... durations) {
        if (durations.length == 0) {
            return new Spread(0, 0, 0, 0);
        }
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElse(0);
        return new Spread(mean, percentile(sorted, 50), percentile(sorted, 95), sorted[sorted.length - 1]);
    }

    private static long percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
