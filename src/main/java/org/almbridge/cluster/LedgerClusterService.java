package org.almbridge.cluster;

import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import org.almbridge.ledger.Leadership;
import org.almbridge.ledger.Pauses;
import org.apache.camel.support.cluster.AbstractCamelClusterService;

/** Camel's cluster service on the ledger; a namespace is what one bridge leads. */
@Singleton
class LedgerClusterService extends AbstractCamelClusterService<LedgerClusterView> {

    private final Leadership leadership;
    private final Pauses pauses;
    private ExecutorService events;

    LedgerClusterService(Leadership leadership, Pauses pauses) {
        this.leadership = leadership;
        this.pauses = pauses;
    }

    @Override
    protected void doStart() throws Exception {
        events = getCamelContext().getExecutorServiceManager().newSingleThreadExecutor(this, "leadership");
        super.doStart();
    }

    /** Away from the thread that renews the lease: to start and to stop a route may take its time. */
    void later(Runnable event) {
        events.execute(event);
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        getCamelContext().getExecutorServiceManager().shutdownNow(events);
    }

    @Override
    protected LedgerClusterView createView(String namespace) {
        return new LedgerClusterView(this, namespace, leadership, pauses);
    }
}
