package org.almbridge.source;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;

/** Knows of kinds that nothing of ours watches whether their looks fail: Camel counts failures until a look works. */
@Singleton
class PollFailures {

    private final CamelContext context;
    private final Clock clock;
    private final Map<String, Instant> noticed = new ConcurrentHashMap<>();

    PollFailures(CamelContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** When somebody first asked after the looks of the source had begun to fail; empty while they work. */
    Optional<Instant> since(String source) {
        return Optional.ofNullable(noticed.compute(
                source, (name, before) -> !fails(name) ? null : before == null ? clock.instant() : before));
    }

    private boolean fails(String source) {
        Route route = context.getRoute(SourceRoutes.routeId(source));
        return route != null
                && route.getConsumer() instanceof ScheduledPollConsumer consumer
                && consumer.getErrorCounter() > 0;
    }
}
