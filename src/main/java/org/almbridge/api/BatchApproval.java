package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.HeldBatches;
import org.almbridge.ledger.HeldBatches.Approval;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Lets a batch that is held go on; asked again, it says the same. */
@Singleton
@Named("approveBatch")
class BatchApproval implements Processor {

    private final HeldBatches held;
    private final BatchDocument document;

    BatchApproval(HeldBatches held, BatchDocument document) {
        this.held = held;
        this.document = document;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        String id = BatchPath.id(exchange);
        Approval approval = held.approve(id);
        ObjectNode batch = document.get(id);
        if (approval == Approval.NOT_HELD) {
            throw new ProblemException(Problem.of(409, "The batch is not held, so there is nothing to approve."));
        }
        Answer.json(exchange, 202, batch).setHeader("Location", BatchPath.BATCHES + id);
    }
}
