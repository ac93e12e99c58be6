package org.almbridge.source;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.Pauses;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.impl.cluster.ClusteredRoutePolicy;
import org.apache.camel.quarkus.main.events.AfterStart;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.service.ServiceHelper;
import org.jboss.logging.Logger;

/**
 * Keeps sources to what people have paused. Their consumers are suspended and not the routes: that would wait for what is
 * being read, with all of Camel locked, and cut it short after a while.
 */
@Singleton
class SourceSwitch {

    private static final Logger LOG = Logger.getLogger(SourceSwitch.class);

    private final BridgeConfig config;
    private final CamelContext context;
    private final Pauses pauses;
    private final Set<String> notStarted = new HashSet<>();
    private final Set<String> suspended = new HashSet<>();

    SourceSwitch(BridgeConfig config, CamelContext context, Pauses pauses) {
        this.config = config;
        this.context = context;
        this.pauses = pauses;
    }

    /** Has a source that is paused not be started with the others. */
    synchronized void beforeStart(String source, Route route) {
        // where bridges settle who starts the route, a pause keeps all of them from it
        boolean led = route.getRoutePolicyList().stream().anyMatch(ClusteredRoutePolicy.class::isInstance);
        if (!led && pauses.ofSource(source).isPresent()) {
            route.setAutoStartup(false);
            notStarted.add(source);
            LOG.infof("source %s: paused, nothing is read", source);
        }
    }

    void begin(@Observes AfterStart event) {
        pauses.onLook(this::apply);
        apply();
    }

    private synchronized void apply() {
        if (!context.isStarted()) {
            return; // Camel suspends consumers itself when it stops
        }
        for (String source : config.sources().keySet()) {
            Route route = context.getRoute(SourceRoutes.routeId(source));
            if (pauses.ofSource(source).isPresent()) {
                pause(source, route);
            } else {
                resume(source, route);
            }
        }
    }

    private void pause(String source, Route route) {
        Consumer consumer = route.getConsumer();
        if (!isStarted(route) || !ServiceHelper.isStarted(consumer)) {
            return;
        }
        suspended.add(source);
        ServiceHelper.suspendService(consumer);
        if (consumer instanceof ShutdownAware files) {
            // of the files that one look has found, those behind the one being read wait as well
            files.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
        }
        LOG.infof("source %s: paused; what is being read is read to its end", source);
    }

    private void resume(String source, Route route) {
        try {
            if (notStarted.contains(source)) {
                context.getRouteController().startRoute(route.getId());
                notStarted.remove(source);
            } else if (suspended.remove(source) && isStarted(route)) {
                if (route.getConsumer() instanceof ShutdownAware files) {
                    // Camel forgets by this, and by no poll, that files were to wait
                    files.prepareShutdown(true, false);
                }
                ServiceHelper.resumeService(route.getConsumer());
                LOG.infof("source %s: goes on", source);
            }
        } catch (Exception e) {
            LOG.errorf(e, "source %s: cannot go on", source);
        }
    }

    private boolean isStarted(Route route) {
        return context.getRouteController().getRouteStatus(route.getId()).isStarted();
    }
}
