package org.almbridge;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.quarkus.main.events.BeforeStart;
import org.apache.camel.spi.ShutdownStrategy;

/** Gives calls in flight their time to finish; who does not finish in it stays in the ledger. */
@Singleton
class GracefulStop {

    private final BridgeConfig config;
    private final CamelContext context;

    GracefulStop(BridgeConfig config, CamelContext context) {
        this.config = config;
        this.context = context;
    }

    void configure(@Observes BeforeStart event) {
        ShutdownStrategy shutdown = context.getShutdownStrategy();
        shutdown.setTimeUnit(TimeUnit.MILLISECONDS);
        shutdown.setTimeout(config.shutdown().timeoutMs());
    }
}
