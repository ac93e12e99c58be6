package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.SequenceInputStream;
import java.sql.SQLException;
import org.almbridge.ledger.Batch;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with all rejected rows of the batch that the address names, read while they are sent. */
@Singleton
@Named("streamRejectedRows")
class RejectedRowsView implements Processor {

    private final BatchLedger ledger;

    RejectedRowsView(BatchLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query.of(exchange);
        Batch batch = ledger.find(BatchPath.id(exchange)).orElseThrow(BatchDocument::noSuchBatch);
        Answer.stream(
                        exchange,
                        "text/csv; charset=utf-8",
                        new SequenceInputStream(new RejectedRowsPages(ledger, batch)))
                .setHeader("Content-Disposition", "attachment; filename=\"rejected-%s.csv\"".formatted(batch.id()));
    }
}
