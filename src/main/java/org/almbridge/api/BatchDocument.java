package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.Batch;
import org.almbridge.ledger.BatchLedger;

/** Shows a batch as callers see it; the members are public. */
@Singleton
class BatchDocument {

    static final int MAX_REJECTED_ROWS = 100;

    private final BatchLedger ledger;

    BatchDocument(BatchLedger ledger) {
        this.ledger = ledger;
    }

    /** @throws ProblemException when there is no such batch */
    ObjectNode get(String id) throws ProblemException, SQLException {
        return of(id).orElseThrow(BatchDocument::noSuchBatch);
    }

    static ProblemException noSuchBatch() {
        return new ProblemException(Problem.of(404, "There is no such batch."));
    }

    Optional<ObjectNode> of(String id) throws SQLException {
        Optional<Batch> batch = ledger.find(id);
        return batch.isEmpty() ? Optional.empty() : Optional.of(json(batch.get()));
    }

    private ObjectNode json(Batch batch) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        describe(json, batch);
        json.put("learners", batch.summary().learners());
        json.put("known", batch.summary().known());
        json.put("rejected", batch.summary().rejected());
        json.put("held", batch.summary().held());
        var rows = json.putArray("rejectedRows");
        for (RejectedRow row : ledger.firstRejectedRows(batch.id(), MAX_REJECTED_ROWS)) {
            ObjectNode rejected = rows.addObject();
            rejected.put("row", row.number());
            row.reasons().forEach(rejected.putArray("reasons")::add);
        }
        return json;
    }

    /** What a batch is without a look at its rows. */
    static void describe(ObjectNode json, Batch batch) {
        json.put("id", batch.id());
        json.put("source", batch.source());
        json.put("name", batch.name());
        json.put("state", BatchQuery.name(batch.state()));
        json.put("openedAt", Times.text(batch.openedAt()));
        json.put("closedAt", Times.text(batch.closedAt()));
        json.put("rowsRead", batch.rowsRead());
        json.put("heldBecause", batch.held());
        json.put("approvedAt", Times.text(batch.approvedAt()));
        json.put("failure", batch.failure());
    }
}
