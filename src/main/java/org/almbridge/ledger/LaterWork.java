package org.almbridge.ledger;

import java.sql.SQLException;
import org.almbridge.learner.NewLearner;

/** What waits for its day or for a manager, and what a further row changes in that. */
final class LaterWork {

    private static final String REPLACE = """
            UPDATE learner SET email = ?, attributes = ?, batch_id = ?, row_number = ?, retry_from = ?, start_at = ?,
                due_at = ?, waits_for = NULL
            WHERE learner_key = ? AND state = 'NEW' AND (start_at > ? OR waits_for IS NOT NULL) AND claimed_by IS NULL""";

    private static final String START_EARLIER = """
            UPDATE learner SET start_at = ?, due_at = ?
            WHERE learner_key = ? AND state = 'NEW' AND start_at > ? AND waits_for IS NULL AND claimed_by IS NULL""";

    private static final String NOTHING_ELSE = """
            SELECT count(*) FROM learner WHERE learner_key = ? AND state = 'CREATED' AND claimed_by IS NULL
                AND NOT EXISTS (SELECT 1 FROM enrolment e
                    WHERE e.learner_key = learner.learner_key AND e.state = 'DUE' AND e.start_at <= ?)""";

    private static final String RECKON =
            "UPDATE learner SET due_at = " + LearnerRows.NEXT_DUE + " WHERE learner_key = ?";

    private final Sql sql;
    private final String key;
    private final long now;

    LaterWork(Sql sql, String key, long now) {
        this.sql = sql;
        this.key = key;
        this.now = now;
    }

    /** Whether the learner is a user and waits for enrolments of later days alone. */
    boolean isAll() throws SQLException {
        return sql.count(NOTHING_ELSE, key, now) > 0;
    }

    /** Sets anew when there is something to do; for who waits for later days alone. */
    void reckon() throws SQLException {
        sql.update(RECKON, now, now, now, key);
    }

    /** What still waits follows the later row: days move, and until then the person's data change. */
    void replaceBy(NewLearner learner, String batchId) throws SQLException {
        long start = learner.start().user();
        int replaced = sql.update(
                REPLACE,
                learner.email(),
                AttributesJson.write(learner.row()),
                batchId,
                learner.number(),
                now,
                start,
                Math.max(now, start),
                key,
                now);
        if (replaced > 0) {
            // whose manager begins on another day than before may have to wait longer, or no more
            ManagerWaits.wake(sql, key);
        }
        EnrolmentRows.move(sql, key, learner, now);
    }

    /** Of several rows of one input the earliest day counts, whatever their order. */
    void startEarlier(NewLearner learner) throws SQLException {
        long start = learner.start().user();
        sql.update(START_EARLIER, start, Math.max(now, start), key, start);
        EnrolmentRows.move(sql, key, learner, learner.start().enrolments());
    }
}
