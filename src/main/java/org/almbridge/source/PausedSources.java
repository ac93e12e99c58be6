package org.almbridge.source;

import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Has a source that is paused read nothing at a start. Camel finds this bean by its type. */
@Singleton
class PausedSources implements RoutePolicyFactory {

    private final BridgeConfig config;
    private final SourceSwitch sources;

    PausedSources(BridgeConfig config, SourceSwitch sources) {
        this.config = config;
        this.sources = sources;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return config.sources().keySet().stream()
                .filter(source -> routeId.equals(SourceRoutes.routeId(source)))
                .findFirst()
                .map(Policy::new)
                .orElse(null);
    }

    private final class Policy extends RoutePolicySupport {

        private final String source;

        Policy(String source) {
            this.source = source;
        }

        @Override
        public void onInit(Route route) {
            super.onInit(route);
            sources.beforeStart(source, route);
        }
    }
}
