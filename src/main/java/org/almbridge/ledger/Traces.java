package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.learner.Identity;

/**
 * Where the rows of others, batches that are held, and the reasons of dismissals and pauses tell of a person. To find that all rows with a manager are read, so it is done beside the writer.
 *
 * @param heldRows row numbers by batch
 * @param reports  keys of the learners whose rows name the person as their manager
 * @param reasons  ids of dismissed escalations whose reason names the person
 * @param pauses   names of pauses of which that is true
 */
record Traces(Map<String, List<Integer>> heldRows, List<String> reports, List<String> reasons, List<String> pauses) {

    private static final String STRIP = "UPDATE learner SET attributes = ? WHERE learner_key = ?";

    /** Rows that were held by an older release do not say whom they are about. */
    private static final String HELD = """
            SELECT batch_id, row_number, attributes FROM held_row
            WHERE learner_key = ? OR email = ? OR learner_key IS NULL""";

    static Traces of(Sql sql, Identity person) throws SQLException {
        Map<String, List<Integer>> heldRows = new HashMap<>();
        sql.each(
                HELD,
                row -> {
                    if (person.isOf(AttributesJson.read(row.getString("attributes")))) {
                        heldRows.computeIfAbsent(row.getString("batch_id"), batch -> new ArrayList<>())
                                .add(row.getInt("row_number"));
                    }
                },
                person.key(),
                person.email());
        List<String> reports = new ArrayList<>();
        sql.each(
                "SELECT learner_key, attributes FROM learner WHERE attributes LIKE '%\"managerEmail\"%'",
                row -> {
                    if (person.manages(AttributesJson.read(row.getString("attributes")))) {
                        reports.add(row.getString("learner_key"));
                    }
                });
        List<String> reasons = new ArrayList<>();
        sql.each("SELECT id, dismissed_because FROM escalation WHERE dismissed_because IS NOT NULL", row -> {
            if (person.isNamedIn(row.getString("dismissed_because"))) {
                reasons.add(row.getString("id"));
            }
        });
        return new Traces(heldRows, reports, reasons, Pauses.naming(sql, person));
    }

    boolean isNone() {
        return heldRows.isEmpty() && reports.isEmpty() && reasons.isEmpty() && pauses.isEmpty();
    }

    /** Whether a batch with such a row goes on at the moment. From here to the end of the transaction none begins to. */
    boolean areBeingReleased(Sql sql) throws SQLException {
        for (String batch : heldRows.keySet()) {
            Optional<Boolean> claimed = sql.first(
                    "SELECT claimed_by FROM batch WHERE id = ? FOR UPDATE",
                    row -> Sql.nullableLong(row, "claimed_by") != null,
                    batch);
            if (claimed.orElse(false)) {
                return true;
            }
        }
        return false;
    }

    int removeHeldRows(Sql sql) throws SQLException {
        int removed = 0;
        for (Map.Entry<String, List<Integer>> batch : heldRows.entrySet()) {
            int ofBatch = 0;
            for (int row : batch.getValue()) {
                ofBatch +=
                        sql.update("DELETE FROM held_row WHERE batch_id = ? AND row_number = ?", batch.getKey(), row);
            }
            sql.update("UPDATE batch SET erased_held = erased_held + ? WHERE id = ?", ofBatch, batch.getKey());
            removed += ofBatch;
        }
        return removed;
    }

    /** A reason that was given again since is another one, and stays. */
    int removeReasons(Sql sql, Identity person) throws SQLException {
        int removed = 0;
        for (String id : reasons) {
            Optional<String> reason = sql.first(
                    "SELECT dismissed_because FROM escalation WHERE id = ? AND dismissed_because IS NOT NULL",
                    row -> row.getString(1),
                    id);
            if (reason.filter(person::isNamedIn).isPresent()) {
                removed += sql.update("UPDATE escalation SET dismissed_because = ? WHERE id = ?", Removed.TEXT, id);
            }
        }
        for (String pause : pauses) {
            removed += Pauses.removeReason(sql, pause, person);
        }
        return removed;
    }

    /** Who is not through may need the manager for that, or people may, and so keeps it. */
    int removeNamings(Sql sql, Identity person) throws SQLException {
        int removed = 0;
        for (String key : reports) {
            List<Map<String, String>> rows = sql.query(
                    "SELECT attributes FROM learner WHERE learner_key = ? AND state = 'ENROLLED' FOR UPDATE",
                    row -> AttributesJson.read(row.getString("attributes")),
                    key);
            for (Map<String, String> row : rows) {
                if (person.manages(row)) {
                    row.remove("managerEmail");
                    removed += sql.update(STRIP, AttributesJson.write(row), key);
                }
            }
        }
        return removed;
    }
}
