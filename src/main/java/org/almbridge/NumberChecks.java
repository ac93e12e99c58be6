package org.almbridge;

import java.util.List;
import java.util.stream.Stream;

/** Finds numbers of the configuration that would make no sense, and would fail later and less clearly. */
final class NumberChecks {

    private record AtLeast(String key, double value, double least) {

        /** Also true of what is no number at all. */
        boolean isMissed() {
            return !(value >= least);
        }

        String text() {
            return key + " is " + plain(value) + ": give a number of at least " + plain(least);
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
    }

    private NumberChecks() {}

    static List<String> problems(BridgeConfig config) {
        BridgeConfig.Alm alm = config.alm();
        BridgeConfig.Retry retry = config.retry();
        BridgeConfig.Dispatch dispatch = config.dispatch();
        return Stream.of(
                        new AtLeast("bridge.alm.response-timeout-ms", alm.responseTimeoutMs(), 1),
                        new AtLeast("bridge.alm.max-connections", alm.maxConnections(), 1),
                        new AtLeast("bridge.alm.requests-per-minute", alm.requestsPerMinute(), 0),
                        new AtLeast("bridge.alm.burst", alm.burst(), 0),
                        new AtLeast("bridge.alm.course-cache-ms", alm.courseCacheMs(), 0),
                        new AtLeast("bridge.alm.missing-course-cache-ms", alm.missingCourseCacheMs(), 0),
                        new AtLeast("bridge.retry.max-wasted-calls", retry.maxWastedCalls(), 0),
                        new AtLeast("bridge.retry.max-attempts", retry.maxAttempts(), 1),
                        new AtLeast("bridge.retry.initial-delay-ms", retry.initialDelayMs(), 1),
                        new AtLeast("bridge.retry.multiplier", retry.multiplier(), 1),
                        new AtLeast("bridge.retry.max-delay-ms", retry.maxDelayMs(), 1),
                        new AtLeast("bridge.retry.fixed-delay-ms", retry.fixedDelayMs(), 0),
                        new AtLeast("bridge.retry.lag-window-ms", retry.lagWindowMs(), 1),
                        new AtLeast("bridge.retry.give-up-after-ms", retry.giveUpAfterMs(), 1),
                        new AtLeast("bridge.dispatch.max-in-flight", dispatch.maxInFlight(), 1),
                        new AtLeast("bridge.dispatch.park-after-ms", dispatch.parkAfterMs(), 0),
                        new AtLeast("bridge.dispatch.poll-interval-ms", dispatch.pollIntervalMs(), 1),
                        new AtLeast(
                                "bridge.shutdown.timeout-ms", config.shutdown().timeoutMs(), 1))
                .filter(AtLeast::isMissed)
                .map(AtLeast::text)
                .toList();
    }
}
