package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Opens a batch in the ledger, before anything of it is read. */
@Singleton
@Named("openBatch")
class BatchOpener implements Processor {

    /** As the W3C names it; Camel's tracing sets it. */
    private static final String TRACE_CONTEXT = "traceparent";

    private final BatchLedger ledger;

    BatchOpener(BatchLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        OpenBatch batch = BatchNaming.batch(exchange);
        batch.cameAt(cameAt(exchange));
        ledger.open(
                batch.id(), batch.source(), batch.name(), exchange.getMessage().getHeader(TRACE_CONTEXT, String.class));
        BatchVariables.batch(exchange, batch);
    }

    private static long cameAt(Exchange exchange) {
        long ownTime = exchange.getMessage().getBody() instanceof JsonRecords input
                ? input.records().get(0).sentAt()
                : exchange.getMessage().getMessageTimestamp();
        return ownTime > 0 ? ownTime : exchange.getClock().getCreated();
    }
}
