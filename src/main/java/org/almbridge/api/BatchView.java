package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the batch that the address names. */
@Singleton
@Named("showBatch")
class BatchView implements Processor {

    private final BatchDocument document;

    BatchView(BatchDocument document) {
        this.document = document;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Answer.json(exchange, 200, document.get(BatchPath.id(exchange)));
    }
}
