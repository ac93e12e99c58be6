package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers a push whose rows are durable, all of them or those before the place where the content cannot be read. */
@Singleton
@Named("answerPush")
class PushAnswer implements Processor {

    private final BatchDocument document;

    PushAnswer(BatchDocument document) {
        this.document = document;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        String id = exchange.getVariable(PushVariables.BATCH_ID, String.class);
        ObjectNode batch = document.of(id).orElseThrow();
        if (!batch.get("failure").isNull()) {
            throw new ProblemException(unreadable(batch));
        }
        Answer.json(exchange, 202, batch).setHeader("Location", BatchPath.BATCHES + id);
    }

    private static Problem unreadable(ObjectNode batch) {
        boolean begun = batch.get("rowsRead").asLong() > 0;
        ObjectNode more = batch.objectNode();
        more.set("batch", batch);
        String why = batch.get("failure").asText();
        return new Problem(
                400,
                begun
                        ? "The content breaks off: %s. %d rows before that place were read and are durable; send the whole"
                                        .formatted(why, batch.get("rowsRead").asLong())
                                + " content again when it is corrected, with a new Idempotency-Key; nobody is doubled."
                        : "The content cannot be read: " + why + ".",
                0,
                more);
    }
}
