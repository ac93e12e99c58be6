package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;

/** Escalations as rows, with what hangs on them. */
final class EscalationRows {

    /** The escalation {@code e}, its learner {@code l} and the learner's batch {@code b}. */
    static final String FROM =
            " FROM escalation e JOIN learner l ON l.learner_key = e.learner_key JOIN batch b ON b.id = l.batch_id WHERE ";

    private static final String COLUMNS = """
            SELECT l.*, b.source, e.id AS escalation_id, e.failure_class, e.opened_at,
                e.dismissed_at, e.dismissed_because, e.dismissed_by,
                CASE WHEN e.id IN (SELECT id FROM unsettled_escalation) THEN 0 ELSE 1 END AS settled""";

    private static final String LAST_ATTEMPTS = """
            SELECT e.id AS escalation_id, a.* FROM escalation e JOIN attempt a ON a.learner_key = e.learner_key
            WHERE a.number = coalesce(
                (SELECT max(number) FROM attempt s
                    WHERE s.learner_key = e.learner_key AND s.failure_class = e.failure_class),
                (SELECT max(number) FROM attempt s
                    WHERE s.learner_key = e.learner_key AND s.failure_class IS NOT NULL)) AND e.id IN\s""";

    private static final String ENROLMENTS = """
            SELECT n.escalation_id, n.lo_id, n.lo_instance_id FROM escalation e
            JOIN enrolment n ON n.learner_key = e.learner_key AND n.escalation_id = e.id WHERE e.id IN\s""";

    private EscalationRows() {}

    /** With all attempts of the learner. */
    static Optional<Escalation> find(Sql sql, String id) throws SQLException {
        Optional<Escalation> bare = sql.first(COLUMNS + FROM + "e.id = ?", EscalationRows::escalation, id);
        if (bare.isEmpty()) {
            return bare;
        }
        Learner learner = LearnerRows.complete(sql, List.of(bare.get().learner()), "escalation_id = ?", id)
                .get(0);
        return Optional.of(new Escalation(id, bare.get().openedAt(), bare.get().failureClass(), learner));
    }

    /** Newest first. */
    static List<EscalationSummary> list(Sql sql, String condition, List<Object> values, int limit) throws SQLException {
        List<Object> arguments = new ArrayList<>(values);
        arguments.add(limit);
        List<EscalationSummary> bare = sql.query(
                COLUMNS + FROM + condition + " ORDER BY e.opened_at DESC, e.id DESC LIMIT ?",
                EscalationRows::summary,
                arguments.toArray());
        if (bare.isEmpty()) {
            return bare;
        }
        Object[] ids = bare.stream().map(summary -> summary.escalation().id()).toArray();
        sql.flush(); // attempts may be waiting to be written
        Map<String, Attempt> attempts = new HashMap<>();
        sql.each(
                LAST_ATTEMPTS + Sql.placeholders(ids.length),
                row -> attempts.put(row.getString("escalation_id"), AttemptRows.read(row)),
                ids);
        Map<String, List<Enrolment>> enrolments = new HashMap<>();
        sql.each(
                ENROLMENTS + Sql.placeholders(ids.length) + " ORDER BY n.lo_instance_id",
                row -> enrolments
                        .computeIfAbsent(row.getString("escalation_id"), id -> new ArrayList<>())
                        .add(new Enrolment(row.getString("lo_id"), row.getString("lo_instance_id"))),
                ids);
        return bare.stream()
                .map(summary -> summary.with(
                        enrolments.getOrDefault(summary.escalation().id(), List.of()),
                        attempts.get(summary.escalation().id())))
                .toList();
    }

    private static EscalationSummary summary(ResultSet row) throws SQLException {
        return new EscalationSummary(escalation(row), null, dismissal(row), row.getInt("settled") != 0);
    }

    /** Of a row of the escalation table; {@code null} when it is not dismissed. */
    static Dismissal dismissal(ResultSet row) throws SQLException {
        Long dismissedAt = Sql.nullableLong(row, "dismissed_at");
        return dismissedAt == null
                ? null
                : new Dismissal(dismissedAt, row.getString("dismissed_because"), row.getString("dismissed_by"));
    }

    private static Escalation escalation(ResultSet row) throws SQLException {
        return new Escalation(
                row.getString("escalation_id"),
                row.getLong("opened_at"),
                FailureClass.valueOf(row.getString("failure_class")),
                LearnerRows.bare(row));
    }
}
