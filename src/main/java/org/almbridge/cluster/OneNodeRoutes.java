package org.almbridge.cluster;

import jakarta.inject.Singleton;
import java.util.Set;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.LedgerSource;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.impl.cluster.ClusteredRoutePolicy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;

/**
 * Has routes run in one of the bridges that share a ledger: sources, because the same input would be read by all of them,
 * the outcomes, because they have an order, and retention, because once is enough. Kafka shares a topic out by itself. Camel finds this bean, and the cluster
 * service, by their types.
 */
@Singleton
class OneNodeRoutes implements RoutePolicyFactory {

    private static final Set<String> FOR_ONE_NODE = Set.of("deliver-outcome", "prune-ledger");

    private final BridgeConfig config;
    private final LedgerSource ledger;

    OneNodeRoutes(BridgeConfig config, LedgerSource ledger) {
        this.config = config;
        this.ledger = ledger;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        if (!ledger.isShared() || !isForOneNode(routeId)) {
            return null;
        }
        try {
            return ClusteredRoutePolicy.forNamespace(context, routeId);
        } catch (Exception e) {
            throw RuntimeCamelException.wrapRuntimeCamelException(e);
        }
    }

    private boolean isForOneNode(String routeId) {
        return FOR_ONE_NODE.contains(routeId)
                || config.sources().entrySet().stream()
                        .anyMatch(source -> routeId.equals("source-" + source.getKey())
                                && !"kafka".equals(source.getValue().get("kind")));
    }
}
