package org.almbridge.ledger;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.almbridge.BridgeConfig;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Makes the ledger's queues addresses of Camel. */
@Singleton
@Named("ledger")
class LedgerComponent extends DefaultComponent {

    private final Instance<LedgerQueue<?>> queues;
    private final ScheduledExecutorService pool;
    private final BridgeConfig config;

    LedgerComponent(
            @Any Instance<LedgerQueue<?>> queues,
            @Named("ledgerPool") ScheduledExecutorService pool,
            BridgeConfig config) {
        this.queues = queues;
        this.pool = pool;
        this.config = config;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        LedgerQueue<?> queue = queues.stream()
                .filter(candidate -> candidate.name().equals(remaining))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no queue of the ledger is called '" + remaining + "'"));
        return new LedgerEndpoint(uri, this, queue, pool, config.dispatch().pollIntervalMs());
    }
}
