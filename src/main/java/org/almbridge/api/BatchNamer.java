package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.almbridge.intake.BatchVariables;
import org.almbridge.ledger.BatchLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Names the batch that a request becomes, and keeps the same request from being taken twice at a time. */
@Singleton
@Named("nameBatch")
class BatchNamer implements Processor {

    static final String SOURCE = "api";

    private final PushesUnderWay underWay;
    private final BatchLedger ledger;

    BatchNamer(PushesUnderWay underWay, BatchLedger ledger) {
        this.underWay = underWay;
        this.ledger = ledger;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, IOException, SQLException {
        Path content = exchange.getMessage().getBody(File.class).toPath();
        String key = exchange.getVariable(PushVariables.IDEMPOTENCY_KEY, String.class);
        String name = PushName.of(exchange, content);
        if (!underWay.begin(name)) {
            throw new ProblemException(Problem.passing(
                    409, "The same request is under way: wait for its answer, or send it again later.", 1));
        }
        // from here on there is something to end
        exchange.setVariable(BatchVariables.SOURCE, SOURCE);
        exchange.setVariable(BatchVariables.INPUT, name);
        String id = PushName.id(name, content);
        if (key != null && ledger.isNameOfAnother(id, SOURCE, name)) {
            throw new ProblemException(Problem.of(
                    422, "The Idempotency-Key was sent before with other content: take a new key for new content."));
        }
        exchange.setVariable(PushVariables.BATCH_ID, id);
    }
}
