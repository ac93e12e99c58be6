package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.almbridge.ledger.BatchProgress;
import org.almbridge.ledger.BatchesView;
import org.almbridge.ledger.EnrolmentState;
import org.almbridge.ledger.LearnerState;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Answers with the batch that the address names. */
@Singleton
@Named("showBatch")
class BatchView implements Processor {

    private final BatchDocument document;
    private final BatchesView batches;

    BatchView(BatchDocument document, BatchesView batches) {
        this.document = document;
        this.batches = batches;
    }

    @Override
    public void process(Exchange exchange) throws ProblemException, SQLException {
        Query.of(exchange);
        String id = BatchPath.id(exchange);
        ObjectNode json = document.get(id);
        boolean allRowsAreIn =
                !json.get("closedAt").isNull() && json.get("heldBecause").isNull();
        put(json.putObject("progress"), batches.progress(id), allRowsAreIn);
        Answer.json(exchange, 200, json);
    }

    private static void put(ObjectNode json, BatchProgress progress, boolean allRowsAreIn) {
        ObjectNode learners = json.putObject("learners");
        for (LearnerState state : LearnerState.values()) {
            learners.put(state.name(), progress.learners().get(state));
        }
        learners.put("ERASED", progress.erasedLearners());
        ObjectNode enrolments = json.putObject("enrolments");
        for (EnrolmentState state : EnrolmentState.values()) {
            enrolments.put(state.name(), progress.enrolments().get(state));
        }
        enrolments.put("ERASED", progress.erasedEnrolments());
        json.put("finished", allRowsAreIn && progress.isFinished());
    }
}
