package org.almbridge.plan;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.BridgeConfig.Retry.Strategy;
import org.almbridge.gate.Gate;
import org.almbridge.gate.Limit;

/** Says how long calls take at the limits that ALM has told, or the configuration. */
@Singleton
class PlanPace {

    private static final double SECONDS_A_MINUTE = 60;

    private final Gate gate;
    private final BridgeConfig.Retry retry;

    PlanPace(Gate gate, BridgeConfig config) {
        this.gate = gate;
        this.retry = config.retry();
    }

    /** Of the calls that change ALM. */
    Optional<Limit> limit() {
        return gate.limit("POST");
    }

    /** {@code null} when no limit is known: then ALM's own time is all it takes. */
    Long seconds(long posts, long gets) {
        Optional<Limit> ofReads = gate.limit("GET");
        if (limit().isEmpty() && ofReads.isEmpty()) {
            return null;
        }
        return Math.max(
                limit().map(limit -> seconds(posts, limit)).orElse(0L),
                ofReads.map(limit -> seconds(gets, limit)).orElse(0L));
    }

    /** One call and the burst beyond it pass at once. */
    private static long seconds(long calls, Limit limit) {
        long atOnce = 1L + limit.burst();
        return (long) Math.ceil(Math.max(0, calls - atOnce) * SECONDS_A_MINUTE / limit.perMinute());
    }

    /**
     * Enrolments that ALM may refuse because its index lags.
     *
     * @param newUsers with an enrolment
     * @return {@code null} when the strategy does not say
     */
    Long lagPosts(long newUsers) {
        return retry.strategy() == Strategy.LEARNED ? Math.round(newUsers * retry.maxWastedCalls()) : null;
    }
}
