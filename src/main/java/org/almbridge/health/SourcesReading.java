package org.almbridge.health;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.call.Masked;
import org.almbridge.ledger.Pauses;
import org.almbridge.source.SourceRoutes;
import org.almbridge.source.SourceTrouble;
import org.almbridge.source.SourceTroubles;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.cluster.ClusteredRoutePolicy;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Every source that this bridge reads can be read; one that is at rest by somebody's will is as it should be. */
@Singleton
@Readiness
class SourcesReading extends PromptCheck {

    private final BridgeConfig config;
    private final SourceTroubles troubles;
    private final Pauses pauses;
    private final CamelContext context;

    SourcesReading(BridgeConfig config, SourceTroubles troubles, Pauses pauses, CamelContext context) {
        super("sources");
        this.config = config;
        this.troubles = troubles;
        this.pauses = pauses;
        this.context = context;
    }

    @Override
    boolean isWell(HealthCheckResponseBuilder answer) {
        boolean well = true;
        for (Map.Entry<String, Map<String, String>> source : config.sources().entrySet()) {
            String name = source.getKey();
            ServiceStatus status = context.getRouteController().getRouteStatus(SourceRoutes.routeId(name));
            Optional<SourceTrouble> trouble = status == ServiceStatus.Started ? troubles.of(name) : Optional.empty();
            Optional<String> pause = pauses.ofSource(name).map(on -> "is paused " + Since.of(on.since()));
            answer.withData(
                    name, pause.or(() -> trouble.map(SourcesReading::text)).orElseGet(() -> text(name, status)));
            well &= trouble.isEmpty();
        }
        return well;
    }

    private static String text(SourceTrouble trouble) {
        return "fails " + Since.of(trouble.since()) + ": " + Masked.text(trouble.reason());
    }

    private String text(String source, ServiceStatus status) {
        if (status == ServiceStatus.Started) {
            return "is read";
        }
        if (status == ServiceStatus.Suspended) {
            return "is paused";
        }
        return isReadByOneBridge(source) ? "is read by another bridge" : "is not started";
    }

    private boolean isReadByOneBridge(String source) {
        Route route = context.getRoute(SourceRoutes.routeId(source));
        return route != null && route.getRoutePolicyList().stream().anyMatch(ClusteredRoutePolicy.class::isInstance);
    }
}
