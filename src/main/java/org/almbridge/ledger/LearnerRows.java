package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Learner;

/** Learners as rows, with what hangs on them. */
final class LearnerRows {

    /**
     * When the learner of an {@code UPDATE learner} has something to do. Binds the time at which the user may be created,
     * for who is not, and twice the time before which nothing else is done.
     */
    static final String NEXT_DUE = """
            CASE WHEN alm_user_id IS NULL THEN ? ELSE
                (SELECT CASE WHEN min(e.start_at) > ? THEN min(e.start_at) ELSE ? END FROM enrolment e
                    WHERE e.learner_key = learner.learner_key AND e.state = 'DUE') END""";

    /** One state at a time, so that the index gives the answer however many are due. */
    private static final String FIRST_DUE =
            "SELECT min(due_at) AS due_at FROM learner WHERE state = ? AND due_at IS NOT NULL";

    private LearnerRows() {}

    /** Epoch milliseconds at which somebody has something to do first, now or later; empty when nobody has. */
    static Optional<Long> firstDue(Sql sql) throws SQLException {
        Long first = null;
        for (LearnerState state : List.of(LearnerState.NEW, LearnerState.CREATED)) {
            Long due = sql.query(FIRST_DUE, row -> Sql.nullableLong(row, "due_at"), state.name())
                    .get(0);
            first = first == null || due != null && due < first ? due : first;
        }
        return Optional.ofNullable(first);
    }

    /**
     * From here to the end of the transaction nobody else changes the learner or the enrolments. Whoever decides by the one
     * what becomes of the other takes this lock first, or what is added meanwhile would be lost.
     */
    static void lock(Sql sql, String key) throws SQLException {
        if (sql.store() != Store.SQLITE) {
            sql.first("SELECT 1 FROM learner WHERE learner_key = ? FOR UPDATE", row -> row.getInt(1), key);
        }
    }

    /** The same for several, always in the same order, so that two who do it do not wait for each other. */
    static void lock(Sql sql, Set<String> keys) throws SQLException {
        if (sql.store() != Store.SQLITE) {
            sql.query(
                    "SELECT 1 FROM learner WHERE learner_key IN " + Sql.placeholders(keys.size())
                            + " ORDER BY learner_key FOR UPDATE",
                    row -> row.getInt(1),
                    keys.toArray());
        }
    }

    /** A row of the learner table, {@code source} added. */
    static Learner bare(ResultSet row) throws SQLException {
        return new Learner(
                row.getString("learner_key"),
                row.getString("email"),
                AttributesJson.read(row.getString("attributes")),
                row.getString("source"),
                row.getString("batch_id"),
                row.getInt("row_number"),
                row.getString("alm_user_id"),
                Sql.nullableLong(row, "created_at"),
                row.getInt("linked") != 0,
                row.getLong("retry_from"),
                List.of(),
                List.of());
    }

    /**
     * Adds attempts and enrolments.
     *
     * @param which  a condition that selects enrolments, as {@code escalation_id = ?}
     * @param values what it binds
     */
    static List<Learner> complete(Sql sql, List<Learner> bare, String which, Object... values) throws SQLException {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<Enrolment>> enrolments = new HashMap<>();
        sql.query(
                "SELECT * FROM enrolment WHERE learner_key IN " + Sql.placeholders(bare.size()) + " AND " + which,
                row -> enrolments
                        .computeIfAbsent(row.getString("learner_key"), key -> new ArrayList<>())
                        .add(new Enrolment(row.getString("lo_id"), row.getString("lo_instance_id"))),
                keysAnd(bare, values));
        sql.flush(); // attempts may be waiting to be written
        Map<String, List<Attempt>> attempts = new HashMap<>();
        sql.query(
                "SELECT * FROM attempt WHERE learner_key IN " + Sql.placeholders(bare.size())
                        + " ORDER BY learner_key, number",
                row -> attempts.computeIfAbsent(row.getString("learner_key"), key -> new ArrayList<>())
                        .add(AttemptRows.read(row)),
                keysAnd(bare));
        return bare.stream()
                .map(learner -> learner.with(
                        enrolments.getOrDefault(learner.key(), List.of()),
                        attempts.getOrDefault(learner.key(), List.of())))
                .toList();
    }

    private static Object[] keysAnd(List<Learner> learners, Object... more) {
        List<Object> arguments = new ArrayList<>();
        learners.forEach(learner -> arguments.add(learner.key()));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }
}
