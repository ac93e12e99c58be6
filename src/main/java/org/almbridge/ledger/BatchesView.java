package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks at batches from outside: which there are, and how far their people have come. */
@Singleton
public class BatchesView {

    private static final String LEARNERS = "SELECT state, count(*) FROM learner WHERE batch_id = ? GROUP BY state";

    private static final String ENROLMENTS = """
            SELECT enrolment.state, count(*) FROM learner
            JOIN enrolment ON enrolment.learner_key = learner.learner_key
            WHERE learner.batch_id = ? GROUP BY enrolment.state""";

    private final LedgerDatabase database;

    BatchesView(LedgerDatabase database) {
        this.database = database;
    }

    /** Without what became of their rows: to count that of every batch would cost too much. */
    public List<Batch> list(BatchPage page) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        String statement = statement(page, arguments);
        return database.read(
                sql -> sql.query(statement, row -> Batch.read(row.getString("id"), row), arguments.toArray()));
    }

    /** @param arguments where to put what the statement binds */
    static String statement(BatchPage page, List<Object> arguments) {
        List<String> conditions = new ArrayList<>();
        if (page.source() != null) {
            conditions.add("source = ?");
            arguments.add(page.source());
        }
        if (page.state() != null) {
            conditions.add(page.state().condition());
        }
        if (page.before() != null) {
            conditions.add("(opened_at, id) < (?, ?)");
            arguments.add(page.before().openedAt());
            arguments.add(page.before().id());
        }
        arguments.add(page.limit());
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return "SELECT * FROM batch" + where + " ORDER BY opened_at DESC, id DESC LIMIT ?";
    }

    /** Of a batch that is not there, all numbers are 0. */
    public BatchProgress progress(String batchId) throws SQLException {
        return database.readAsOfOneMoment(sql -> {
            Map<LearnerState, Long> learners =
                    counts(sql, LEARNERS, batchId, LearnerState.class, LearnerState::valueOf);
            Map<EnrolmentState, Long> enrolments =
                    counts(sql, ENROLMENTS, batchId, EnrolmentState.class, EnrolmentState::valueOf);
            learners.merge(LearnerState.ENROLLED, erased(sql, "enrolled", batchId), Long::sum);
            enrolments.merge(EnrolmentState.ENROLLED, erased(sql, "enrolments_made", batchId), Long::sum);
            return new BatchProgress(
                    learners, enrolments, erased(sql, "others", batchId), erased(sql, "enrolments_others", batchId));
        });
    }

    private static long erased(Sql sql, String what, String batchId) throws SQLException {
        return sql.first("SELECT erased_" + what + " FROM batch WHERE id = ?", row -> row.getLong(1), batchId)
                .orElse(0L);
    }

    private static <S extends Enum<S>> Map<S, Long> counts(
            Sql sql, String statement, String batchId, Class<S> states, Function<String, S> state) throws SQLException {
        Map<S, Long> counts = new EnumMap<>(states);
        for (S one : states.getEnumConstants()) {
            counts.put(one, 0L);
        }
        sql.each(statement, row -> counts.put(state.apply(row.getString(1)), row.getLong(2)), batchId);
        return counts;
    }
}
