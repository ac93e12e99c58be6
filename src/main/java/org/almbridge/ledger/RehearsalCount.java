package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.List;
import org.almbridge.learner.RejectedRow;

/** Counts at the end of a rehearsal. */
final class RehearsalCount {

    private static final String PERSON = " FROM asked a JOIN learner l USING (learner_key) WHERE a.lo_instance_id = ''";

    private static final String LATER = """
            SELECT count(*) FROM asked JOIN enrolment USING (learner_key, lo_instance_id) WHERE state = 'DUE'""";

    /** Who is neither in ALM nor waits for a day or a manager is under way for an earlier input. */
    private static final String NOTHING_TO_DO = "SELECT count(*)" + PERSON + """
             AND a.touched = 0 AND NOT (l.state = 'NEW' AND (l.waits_for IS NOT NULL OR l.start_at > ?))
            AND NOT EXISTS (SELECT 1 FROM enrolment e JOIN asked b USING (learner_key, lo_instance_id)
                WHERE e.learner_key = a.learner_key AND e.state = 'DUE')""";

    private static final String WAIT_FOR_MANAGER = "SELECT count(*)" + PERSON + " AND l.waits_for IS NOT NULL";

    private static final String WAIT_FOR_DAY =
            PERSON + " AND l.state = 'NEW' AND l.waits_for IS NULL AND l.start_at > ?";

    /** Enrolments may wait for a day of their own, and people for theirs. */
    private static final String DAYS = """
             FROM (SELECT CASE WHEN l.alm_user_id IS NULL AND l.start_at > e.start_at THEN l.start_at ELSE e.start_at END
                AS day FROM asked JOIN enrolment e USING (learner_key, lo_instance_id)
                JOIN learner l USING (learner_key) WHERE e.state = 'DUE'
            UNION ALL SELECT l.start_at""" + PERSON + " AND l.state = 'NEW') days WHERE day > ?";

    private static final String MANAGERS_WITHIN = "SELECT count(*)" + PERSON + """
             AND l.batch_id = ? AND EXISTS (SELECT 1 FROM learner m WHERE m.batch_id = l.batch_id
                AND m.learner_key <> l.learner_key AND m.email = l.attributes ->> '$.managerEmail')""";

    private RehearsalCount() {}

    /**
     * @param limit      of rejected rows to show
     * @param already    enrolments that were there before
     * @param withPeople enrolments that were escalated before and still are
     */
    static RehearsalCounts of(Sql sql, String batchId, int limit, long already, long withPeople, long now)
            throws SQLException {
        List<RejectedRow> rejected = sql.query(
                "SELECT row_number, reasons FROM rejected_row ORDER BY row_number LIMIT ?",
                row -> new RejectedRow(row.getInt("row_number"), List.of(row.getString("reasons"))),
                limit);
        return new RehearsalCounts(
                sql.count("SELECT count(*) FROM asked WHERE lo_instance_id = ''"),
                sql.count("SELECT count(*) FROM rejected_row"),
                rejected,
                sql.count(NOTHING_TO_DO, now),
                already,
                sql.count(LATER),
                withPeople,
                sql.count("SELECT count(*)" + WAIT_FOR_DAY, now),
                day(sql, "min", now),
                day(sql, "max", now),
                sql.count(WAIT_FOR_MANAGER),
                sql.count(MANAGERS_WITHIN, batchId));
    }

    /** {@code null} when nothing waits for a day. */
    private static Long day(Sql sql, String which, long now) throws SQLException {
        return sql.query("SELECT " + which + "(day)" + DAYS, row -> Sql.nullableLong(row, which + "(day)"), now)
                .get(0);
    }
}
