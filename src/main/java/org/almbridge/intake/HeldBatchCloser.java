package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.BatchSummary;
import org.almbridge.ledger.HeldBatch;
import org.almbridge.ledger.HeldBatches;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Ends the release of a batch that was held. */
@Singleton
@Named("closeHeldBatch")
class HeldBatchCloser implements Processor {

    private static final Logger LOG = Logger.getLogger(HeldBatchCloser.class);

    private final HeldBatches batches;

    HeldBatchCloser(HeldBatches batches) {
        this.batches = batches;
    }

    @Override
    public void process(Exchange exchange) {
        HeldBatch held = BatchVariables.held(exchange);
        BatchSummary summary = batches.released(held.id());
        LOG.infof(
                "%s from %s is approved: %d learners to provision, %d known before, %d rejected",
                held.name(), held.source(), summary.learners(), summary.known(), summary.rejected());
    }
}
