package org.almbridge.intake;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.intake.IntakeListener.Reading;
import org.almbridge.ledger.BatchLedger;
import org.almbridge.ledger.BatchSummary;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/** Ends a batch: says in one line what became of its rows, reports the bad ones, tells the source what to do with it. */
@Singleton
@Named("closeBatch")
class BatchCloser implements Processor {

    private static final Logger LOG = Logger.getLogger(BatchCloser.class);

    private final BatchLedger ledger;
    private final RejectReport report;
    private final Clock clock;
    private final List<IntakeListener> listeners;
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    BatchCloser(BatchLedger ledger, RejectReport report, Clock clock, @All List<IntakeListener> listeners) {
        this.ledger = ledger;
        this.report = report;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        OpenBatch batch = BatchVariables.batch(exchange);
        BatchSummary summary = ledger.close(batch.id(), batch.rowsRead(), batch.failure(), batch.held());
        tell(batch);
        log(batch, summary, report.mention(summary, batch.id(), batch.source(), batch.name()));
        exchange.setVariable(BatchVariables.SHELF, batch.failure() == null ? ".done" : ".failed");
        exchange.setVariable(BatchVariables.FAILURE, failureReport(batch, summary));
    }

    private void tell(OpenBatch batch) {
        Reading reading =
                batch.failure() != null ? Reading.UNREADABLE : batch.held() != null ? Reading.HELD : Reading.READ;
        long waitedMs = Math.max(0, clock.millis() - batch.cameAt());
        listeners.forEach(listener -> listener.closed(batch.source(), reading, waitedMs));
    }

    private void log(OpenBatch batch, BatchSummary summary, String rejects) {
        String counts = "%d rows read: %d learners to provision, %d known before, %d rejected%s"
                .formatted(batch.rowsRead(), summary.learners(), summary.known(), summary.rejected(), rejects);
        if (isNews(batch)) {
            LOG.warnf(
                    "%s from %s: columns not understood and ignored: %s",
                    batch.name(), batch.source(), batch.ignoredColumns());
        }
        if (batch.held() != null) {
            LOG.warnf(
                    "%s from %s is held: %s. Its %d good rows are kept, and nobody of them is provisioned until it is"
                            + " approved: POST /api/batches/%s/approve",
                    batch.name(), batch.source(), batch.held(), summary.held(), batch.id());
        }
        if (batch.failure() == null) {
            LOG.infof("%s from %s: %s", batch.name(), batch.source(), counts);
        } else {
            LOG.errorf(
                    "%s from %s cannot be read to its end: %s. Until there %s",
                    batch.name(), batch.source(), batch.failure(), counts);
        }
    }

    /** What a feed says in every poll is told once. */
    private boolean isNews(OpenBatch batch) {
        Set<String> columns = Set.copyOf(batch.ignoredColumns());
        boolean same = batch.isFeed() && columns.equals(told.put(batch.source(), columns));
        return !columns.isEmpty() && !same;
    }

    private static String failureReport(OpenBatch batch, BatchSummary summary) {
        return """
                %s cannot be read: %s

                %d rows before that place were read: %d are accepted and go on, %d are rejected.
                Correct the file and put it into the inbox again; accepted people are not doubled.
                """.formatted(
                        batch.name(),
                        batch.failure(),
                        batch.rowsRead(),
                        batch.rowsRead() - summary.rejected(),
                        summary.rejected());
    }
}
