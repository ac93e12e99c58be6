package org.almbridge;

import java.util.List;
import java.util.stream.Stream;

/** Finds numbers of the configuration that would make no sense, and would fail later and less clearly. */
final class NumberChecks {

    private record Range(String key, double value, double least, double most) {

        /** Also true of what is no number at all. */
        boolean isMissed() {
            return !(value >= least && value <= most);
        }

        String text() {
            return key + " is " + plain(value) + ": give a number "
                    + (Double.isInfinite(most)
                            ? "of at least " + plain(least)
                            : "from " + plain(least) + " to " + plain(most));
        }

        private static String plain(double number) {
            return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
        }
    }

    private NumberChecks() {}

    private static Range atLeast(String key, double value, double least) {
        return new Range(key, value, least, Double.POSITIVE_INFINITY);
    }

    static List<String> problems(BridgeConfig config) {
        BridgeConfig.Alm alm = config.alm();
        BridgeConfig.Retry retry = config.retry();
        BridgeConfig.Dispatch dispatch = config.dispatch();
        BridgeConfig.Intake intake = config.intake();
        BridgeConfig.Alerts alerts = config.alerts();
        return Stream.of(
                        atLeast("bridge.alm.response-timeout-ms", alm.responseTimeoutMs(), 1),
                        atLeast("bridge.alm.max-connections", alm.maxConnections(), 1),
                        atLeast("bridge.alm.requests-per-minute", alm.requestsPerMinute(), 0),
                        atLeast("bridge.alm.burst", alm.burst(), 0),
                        atLeast("bridge.alm.course-cache-ms", alm.courseCacheMs(), 0),
                        atLeast("bridge.alm.missing-course-cache-ms", alm.missingCourseCacheMs(), 0),
                        atLeast("bridge.alm.manager-cache-ms", alm.managerCacheMs(), 0),
                        atLeast("bridge.alm.missing-manager-cache-ms", alm.missingManagerCacheMs(), 0),
                        atLeast("bridge.retry.max-wasted-calls", retry.maxWastedCalls(), 0),
                        atLeast("bridge.retry.max-attempts", retry.maxAttempts(), 1),
                        atLeast("bridge.retry.initial-delay-ms", retry.initialDelayMs(), 1),
                        atLeast("bridge.retry.multiplier", retry.multiplier(), 1),
                        atLeast("bridge.retry.max-delay-ms", retry.maxDelayMs(), 1),
                        atLeast("bridge.retry.fixed-delay-ms", retry.fixedDelayMs(), 0),
                        atLeast("bridge.retry.lag-window-ms", retry.lagWindowMs(), 1),
                        atLeast("bridge.retry.give-up-after-ms", retry.giveUpAfterMs(), 1),
                        atLeast("bridge.alerts.interval-ms", alerts.intervalMs(), 1),
                        atLeast("bridge.alerts.after-ms", alerts.afterMs(), 0),
                        atLeast("bridge.alerts.cool-down-ms", alerts.coolDownMs(), 0),
                        atLeast("bridge.alerts.escalations", alerts.escalations(), 1),
                        new Range(
                                "bridge.alerts.success-rate",
                                alerts.successRate().orElse(0),
                                0,
                                1),
                        atLeast(
                                "bridge.alerts.oldest-due-ms",
                                alerts.oldestDueMs().orElse(1),
                                1),
                        new Range(
                                "bridge.intake.max-rejected-share",
                                intake.maxRejectedShare().orElse(0),
                                0,
                                1),
                        atLeast("bridge.plan.max-people", config.plan().maxPeople(), 0),
                        atLeast(
                                "bridge.intake.max-batch-size",
                                intake.maxBatchSize().orElse(1),
                                1),
                        atLeast("bridge.api.max-request-bytes", config.api().maxRequestBytes(), 1),
                        atLeast("bridge.ledger.lease-ms", config.ledger().leaseMs(), 1_000),
                        atLeast(
                                "bridge.retention.attempts-days",
                                config.retention().attemptsDays().orElse(1),
                                1),
                        atLeast(
                                "bridge.retention.finished-learners-days",
                                config.retention().finishedLearnersDays().orElse(1),
                                1),
                        atLeast(
                                "bridge.retention.interval-ms",
                                config.retention().intervalMs(),
                                1),
                        atLeast("bridge.dispatch.max-in-flight", dispatch.maxInFlight(), 1),
                        atLeast("bridge.dispatch.park-after-ms", dispatch.parkAfterMs(), 0),
                        atLeast("bridge.dispatch.poll-interval-ms", dispatch.pollIntervalMs(), 1),
                        atLeast("bridge.shutdown.timeout-ms", config.shutdown().timeoutMs(), 1))
                .filter(Range::isMissed)
                .map(Range::text)
                .toList();
    }
}
