package org.almbridge.ledger;

import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ScheduledPollEndpoint;

/** {@code ledger:<queue>}, an address to consume from; routes write to the ledger by steps of their own. */
final class LedgerEndpoint extends ScheduledPollEndpoint {

    private static final int TICKS_OF_PAUSE = 50;

    private final LedgerQueue<?> queue;

    LedgerEndpoint(
            String uri, Component component, LedgerQueue<?> queue, ScheduledExecutorService pool, long pollIntervalMs) {
        super(uri, component);
        this.queue = queue;
        setScheduledExecutorService(pool);
        setDelay(pollIntervalMs);
        setInitialDelay(0);
        // a ledger that fails is asked again after a pause, not at every tick
        setBackoffErrorThreshold(1);
        setBackoffMultiplier(TICKS_OF_PAUSE);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        LedgerConsumer<?> consumer = new LedgerConsumer<>(this, processor, queue);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException(getEndpointUri() + " hands work out; nothing can be sent to it");
    }
}
