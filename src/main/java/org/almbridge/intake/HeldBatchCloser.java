package org.almbridge.intake;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
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
    private final RejectReport report;

    HeldBatchCloser(HeldBatches batches, RejectReport report) {
        this.batches = batches;
        this.report = report;
    }

    @Override
    public void process(Exchange exchange) throws IOException, SQLException {
        HeldBatch held = BatchVariables.held(exchange);
        BatchSummary summary = batches.released(held.id());
        // some rows are found to be wrong only when they meet others
        String rejects = report.mention(summary, held.id(), held.source(), held.name());
        LOG.infof(
                "%s from %s is approved: %d learners to provision, %d known before, %d rejected%s",
                held.name(), held.source(), summary.learners(), summary.known(), summary.rejected(), rejects);
    }
}
