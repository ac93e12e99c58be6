package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the work of some escalations due again; whoever does holds the learners' locks. */
final class Reopening {

    private static final String NOTHING_ELSE_NOW = """
            SELECT learner_key FROM learner WHERE state = 'CREATED' AND claimed_by IS NULL
                AND NOT EXISTS (SELECT 1 FROM enrolment e
                    WHERE e.learner_key = learner.learner_key AND e.state = 'DUE' AND e.start_at <= ?)
                AND learner_key IN\s""";

    private static final String ENROLMENTS =
            "UPDATE enrolment SET state = 'DUE' WHERE state = 'ESCALATED' AND escalation_id IN ";

    /** Earlier attempts count no more, and ALM is read before any change of them is made again. */
    private static final String LIMITS = "UPDATE learner SET retry_from = ? WHERE learner_key IN ";

    private static final String FINISHED =
            """
            UPDATE learner SET finished_at = NULL,
                state = CASE WHEN alm_user_id IS NULL THEN 'NEW' ELSE 'CREATED' END,
                due_at =
            """ + LearnerRows.NEXT_DUE + " WHERE state IN ('ENROLLED', 'ESCALATED') AND learner_key IN ";

    private static final String RECKON =
            "UPDATE learner SET due_at = " + LearnerRows.NEXT_DUE + " WHERE learner_key IN ";

    private static final String DISMISSALS = """
            UPDATE escalation SET dismissed_at = NULL, dismissed_because = NULL, dismissed_by = NULL
            WHERE dismissed_at IS NOT NULL AND id IN\s""";

    private final Sql sql;
    private final List<?> ids;
    private final List<?> learners;
    private final long now;

    Reopening(Sql sql, List<?> ids, List<?> learners, long now) {
        this.sql = sql;
        this.ids = ids;
        this.learners = learners;
        this.now = now;
    }

    /**
     * A learner in flight keeps the claim: the ledger takes it back unfinished and hands it out again. So does one who waits
     * for the next try of another enrolment, and the wait is kept.
     */
    void reopen() throws SQLException {
        List<String> waiting = sql.query(
                NOTHING_ELSE_NOW + Sql.placeholders(learners.size()), row -> row.getString(1), and(learners, now));
        sql.update(ENROLMENTS + Sql.placeholders(ids.size()), ids.toArray());
        sql.update(LIMITS + Sql.placeholders(learners.size()), and(learners, now));
        sql.update(FINISHED + Sql.placeholders(learners.size()), and(learners, now, now, now));
        if (!waiting.isEmpty()) {
            sql.update(RECKON + Sql.placeholders(waiting.size()), and(waiting, now, now, now));
        }
        sql.update(DISMISSALS + Sql.placeholders(ids.size()), ids.toArray());
    }

    private static Object[] and(List<?> last, Object... first) {
        List<Object> values = new ArrayList<>(List.of(first));
        values.addAll(last);
        return values.toArray();
    }
}
