package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.ledger.Timeline.Course;
import org.almbridge.ledger.Timeline.Handover;
import org.almbridge.ledger.Timeline.Notice;
import org.almbridge.ledger.Timeline.Waiting;

/** Reads everything about one person in one transaction that sees one moment. */
@Singleton
public class TimelineLedger {

    private static final String LEARNER = """
            SELECT learner.*, batch.source, batch.name FROM learner JOIN batch ON batch.id = learner.batch_id
            WHERE learner.%s = ?""";

    private static final String HELD = """
            SELECT held_row.*, batch.source, batch.name, batch.held, batch.approved_at FROM held_row
            JOIN batch ON batch.id = held_row.batch_id
            WHERE held_row.%s = ? ORDER BY batch.opened_at DESC, held_row.row_number LIMIT 1""";

    private static final String WAITING = """
            SELECT batch_id, row_number, state = 'ESCALATED' AS escalated FROM learner WHERE learner_key = ?""";

    private static final String ESCALATIONS = "SELECT * FROM escalation WHERE learner_key = ? ORDER BY opened_at, id";

    private static final String DELIVERIES = """
            SELECT delivery.* FROM escalation JOIN delivery ON delivery.escalation_id = escalation.id
            WHERE escalation.learner_key = ? ORDER BY endpoint""";

    private record Delivered(String escalationId, Notice notice) {}

    private final LedgerDatabase database;

    TimelineLedger(LedgerDatabase database) {
        this.database = database;
    }

    /** @param name the person's key or, in letters of any case, their e-mail address */
    public Optional<Whereabouts> find(String name) throws SQLException {
        String address = name.toLowerCase(Locale.ROOT);
        return database.readAsOfOneMoment(sql -> {
            Optional<Timeline> timeline = either(
                    sql.first(LEARNER.formatted("learner_key"), row -> timeline(sql, row), name),
                    () -> sql.first(LEARNER.formatted("email"), row -> timeline(sql, row), address));
            Optional<HeldPerson> held = timeline.isPresent()
                    ? sql.first(
                            HELD.formatted("learner_key"),
                            TimelineLedger::held,
                            timeline.get().learner().key())
                    : either(
                            sql.first(HELD.formatted("learner_key"), TimelineLedger::held, name),
                            () -> sql.first(HELD.formatted("email"), TimelineLedger::held, address));
            return timeline.isEmpty() && held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Whereabouts(timeline.orElse(null), held.orElse(null)));
        });
    }

    private interface Look<T> {
        Optional<T> look() throws SQLException;
    }

    private static <T> Optional<T> either(Optional<T> first, Look<T> otherwise) throws SQLException {
        return first.isPresent() ? first : otherwise.look();
    }

    private static HeldPerson held(ResultSet row) throws SQLException {
        return new HeldPerson(
                row.getString("learner_key"),
                row.getString("email"),
                AttributesJson.read(row.getString("attributes")),
                row.getString("source"),
                row.getString("name"),
                row.getString("batch_id"),
                row.getInt("row_number"),
                row.getString("held"),
                Sql.nullableLong(row, "approved_at") != null);
    }

    private static Timeline timeline(Sql sql, ResultSet row) throws SQLException {
        Learner bare = LearnerRows.bare(row);
        Learner learner =
                LearnerRows.complete(sql, List.of(bare), "state = 'DUE'").get(0);
        String waitsFor = row.getString("waits_for");
        return new Timeline(
                learner,
                LearnerState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getLong("accepted_at"),
                row.getLong("start_at"),
                Sql.nullableLong(row, "due_at"),
                Sql.nullableLong(row, "finished_at"),
                waitsFor == null ? null : waiting(sql, waitsFor),
                enrolments(sql, learner.key()),
                escalations(sql, learner.key()));
    }

    /** @param what the key of the manager, or the id of the batch that may bring the manager */
    private static Waiting waiting(Sql sql, String what) throws SQLException {
        return sql.first(
                        WAITING,
                        row -> new Waiting(
                                row.getString("batch_id"), row.getInt("row_number"), row.getBoolean("escalated")),
                        what)
                .orElse(new Waiting(what, null, false));
    }

    private static List<Course> enrolments(Sql sql, String learnerKey) throws SQLException {
        return sql.query(
                "SELECT * FROM enrolment WHERE learner_key = ? ORDER BY lo_instance_id",
                row -> new Course(
                        row.getString("lo_id"),
                        row.getString("lo_instance_id"),
                        EnrolmentState.valueOf(row.getString("state")),
                        Sql.nullableLong(row, "enrolled_at"),
                        row.getLong("start_at"),
                        row.getString("escalation_id")),
                learnerKey);
    }

    private static List<Handover> escalations(Sql sql, String learnerKey) throws SQLException {
        Map<String, List<Notice>> notices = sql
                .query(
                        DELIVERIES,
                        row -> new Delivered(
                                row.getString("escalation_id"),
                                new Notice(
                                        row.getInt("endpoint"),
                                        row.getInt("tries"),
                                        Sql.nullableLong(row, "due_at"),
                                        Sql.nullableLong(row, "delivered_at"))),
                        learnerKey)
                .stream()
                .collect(Collectors.groupingBy(
                        Delivered::escalationId, Collectors.mapping(Delivered::notice, Collectors.toList())));
        return sql.query(
                ESCALATIONS,
                row -> new Handover(
                        row.getString("id"),
                        FailureClass.valueOf(row.getString("failure_class")),
                        row.getLong("opened_at"),
                        EscalationRows.dismissal(row),
                        notices.getOrDefault(row.getString("id"), List.of())),
                learnerKey);
    }
}
