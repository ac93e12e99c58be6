package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
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
        return of(id).orElseThrow(() -> new ProblemException(Problem.of(404, "There is no such batch.")));
    }

    Optional<ObjectNode> of(String id) throws SQLException {
        Optional<Batch> batch = ledger.find(id);
        return batch.isEmpty() ? Optional.empty() : Optional.of(json(batch.get()));
    }

    private ObjectNode json(Batch batch) throws SQLException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", batch.id());
        json.put("source", batch.source());
        json.put("name", batch.name());
        json.put("openedAt", time(batch.openedAt()));
        json.put("closedAt", time(batch.closedAt()));
        json.put("rowsRead", batch.rowsRead());
        json.put("learners", batch.summary().learners());
        json.put("known", batch.summary().known());
        json.put("rejected", batch.summary().rejected());
        json.put("held", batch.summary().held());
        json.put("heldBecause", batch.held());
        json.put("approvedAt", time(batch.approvedAt()));
        json.put("failure", batch.failure());
        var rows = json.putArray("rejectedRows");
        for (RejectedRow row : ledger.firstRejectedRows(batch.id(), MAX_REJECTED_ROWS)) {
            ObjectNode rejected = rows.addObject();
            rejected.put("row", row.number());
            row.reasons().forEach(rejected.putArray("reasons")::add);
        }
        return json;
    }

    private static String time(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }
}
