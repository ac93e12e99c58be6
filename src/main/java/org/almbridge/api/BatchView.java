package org.almbridge.api;

import io.vertx.core.http.HttpServerRequest;
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
        // not the header of that name, which a query could set as well
        String path = ((HttpServerRequest) exchange.getMessage().getBody()).path();
        String id = path.substring(path.lastIndexOf('/') + 1);
        Answer.json(
                exchange,
                200,
                document.of(id).orElseThrow(() -> new ProblemException(Problem.of(404, "There is no such batch."))));
    }
}
