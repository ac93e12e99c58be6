package org.almbridge.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;

/** The bounds of all histograms. They are few, because each is a time series for each label. */
@Singleton
class Buckets {

    /** Seconds: an answer of ALM. */
    private static final double[] ANSWER = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    /** Seconds: a wait of one call or for ALM's index. */
    private static final double[] WAIT = {0.1, 0.5, 1, 2, 3, 5, 10, 30, 60, 120, 600, 3_600};

    /** Seconds: from one end of the bridge to the other, in which a day may pass. */
    private static final double[] WAY = {1, 2, 3, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400};

    @Produces
    @Singleton
    MeterFilter bounds() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                double[] seconds = seconds(id.getName());
                return seconds == null
                        ? config
                        : DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(nanoseconds(seconds))
                                .build()
                                .merge(config);
            }
        };
    }

    private static double[] seconds(String name) {
        return switch (name) {
            case "bridge.alm.calls" -> ANSWER;
            case "bridge.quota.wait", "bridge.alm.lag" -> WAIT;
            case "bridge.source.wait", "bridge.queue.wait", "bridge.time.to.enrolled" -> WAY;
            default -> null;
        };
    }

    private static double[] nanoseconds(double... seconds) {
        return Arrays.stream(seconds)
                .map(each -> each * Duration.ofSeconds(1).toNanos())
                .toArray();
    }
}
