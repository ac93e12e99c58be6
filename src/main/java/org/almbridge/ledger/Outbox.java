package org.almbridge.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.FailureClass;

/**
 * Writes what became of people for the operator's own system, in the transaction that makes it so; nothing is written
 * while no endpoint is configured. An id is the same for the same outcome; one that waits already is not written again.
 */
@Singleton
class Outbox {

    private static final String WRITE = """
            INSERT INTO outcome (number, id, learner_key, document) VALUES (%s, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING""";

    private static final String LEARNER = """
            SELECT learner.*, batch.source, batch.name, enrolment.lo_id, enrolment.lo_instance_id FROM learner
            JOIN batch ON batch.id = learner.batch_id
            LEFT JOIN enrolment ON enrolment.learner_key = learner.learner_key AND enrolment.lo_instance_id = ?
            WHERE learner.learner_key = ?""";

    /** Tells nobody. */
    static final Outbox NONE = new Outbox(false);

    private final boolean open;

    @Inject
    Outbox(BridgeConfig config) {
        this(config.outcomes().endpoint().isPresent());
    }

    private Outbox(boolean open) {
        this.open = open;
    }

    boolean isOpen() {
        return open;
    }

    /** ALM has accepted the enrolment, or had it. */
    void enrolled(Sql sql, String learnerKey, String loInstanceId, long at) throws SQLException {
        if (!open) {
            return;
        }
        String id = id("enrolled", learnerKey, loInstanceId);
        ObjectNode document = sql.first(LEARNER, row -> learner(id, "enrolled", at, row), loInstanceId, learnerKey)
                .orElseThrow();
        write(sql, id, learnerKey, document);
    }

    /** @param loInstanceId the enrolment that failed, {@code null} when the user did */
    void escalated(
            Sql sql, String escalationId, String learnerKey, FailureClass failureClass, String loInstanceId, long at)
            throws SQLException {
        if (!open) {
            return;
        }
        long since = sql.count("SELECT retry_from FROM learner WHERE learner_key = ?", learnerKey);
        String id = id("escalated", escalationId, String.valueOf(loInstanceId), String.valueOf(since));
        ObjectNode document = sql.first(LEARNER, row -> learner(id, "escalated", at, row), loInstanceId, learnerKey)
                .orElseThrow();
        document.put("escalation", escalationId).put("class", failureClass.name());
        write(sql, id, learnerKey, document);
    }

    void rejected(Sql sql, String batchId, int row, List<String> reasons, long at) throws SQLException {
        if (!open) {
            return;
        }
        String id = id("rejected", batchId, String.valueOf(row));
        ObjectNode document = sql.first(
                        "SELECT source, name FROM batch WHERE id = ?",
                        batch -> document(id, "rejected", at, batch, batchId, row),
                        batchId)
                .orElseThrow();
        reasons.forEach(document.putArray("reasons")::add);
        write(sql, id, null, document);
    }

    private static ObjectNode learner(String id, String type, long at, ResultSet row) throws SQLException {
        ObjectNode document = document(id, type, at, row, row.getString("batch_id"), row.getInt("row_number"));
        ObjectNode learner = document.putObject("learner");
        learner.put("key", row.getString("learner_key")).put("email", row.getString("email"));
        put(learner, "almUserId", row.getString("alm_user_id"));
        put(document, "loId", row.getString("lo_id"));
        put(document, "loInstanceId", row.getString("lo_instance_id"));
        return document;
    }

    private static ObjectNode document(String id, String type, long at, ResultSet batch, String batchId, int row)
            throws SQLException {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", type)
                .put("at", Instant.ofEpochMilli(at).toString())
                .put("source", batch.getString("source"))
                .put("input", batch.getString("name"))
                .put("batch", batchId)
                .put("row", row);
    }

    private static void put(ObjectNode object, String member, String value) {
        if (value != null) {
            object.put(member, value);
        }
    }

    private static void write(Sql sql, String id, String learnerKey, ObjectNode document) throws SQLException {
        sql.update(WRITE.formatted(sql.store().nextOutcome()), id, learnerKey, document.toString());
    }

    private static String id(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\0", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
