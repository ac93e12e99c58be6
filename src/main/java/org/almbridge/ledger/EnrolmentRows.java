package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;

/** The enrolments that rows ask for, as rows of the ledger. */
final class EnrolmentRows {

    private static final String ADD = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, start_at, accepted_at, state)
            VALUES (?, ?, ?, ?, ?, 'DUE')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    /** When another instance has become the default, who is in the old one stays there; what failed does not count. */
    private static final String ADD_DEFAULT = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, start_at, accepted_at, state)
            SELECT ?, ?, ?, ?, ?, 'DUE'
            WHERE NOT EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = ? AND e.lo_id = ? AND e.state <> 'ESCALATED')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    private static final String REOPEN = """
            UPDATE enrolment SET state = 'DUE', start_at = ?
            WHERE learner_key = ? AND lo_instance_id = ? AND state = 'ESCALATED'""";

    private static final String MOVE = """
            UPDATE enrolment SET start_at = ?
            WHERE learner_key = ? AND lo_instance_id = ? AND state = 'DUE' AND start_at > ?""";

    /** Asked for is what came last: the row that brought it, its start date, or the row or replay by which people answered. */
    private static final String ENROLLED = """
            UPDATE enrolment SET state = 'ENROLLED', enrolled_at = ?, escalation_id = NULL
            WHERE learner_key = ? AND lo_instance_id = ? AND state <> 'ENROLLED'
            RETURNING accepted_at, start_at,
                (SELECT retry_from FROM learner WHERE learner.learner_key = enrolment.learner_key) AS retry_from""";

    private EnrolmentRows() {}

    /** @return epoch milliseconds from which the enrolment was asked for; empty when it was made before */
    static Optional<Long> enrolled(Sql sql, String key, Attempt outcome) throws SQLException {
        return sql.first(
                ENROLLED,
                row -> Math.max(
                        row.getLong("retry_from"), Math.max(row.getLong("accepted_at"), row.getLong("start_at"))),
                outcome.endedAt(),
                key,
                outcome.loInstanceId());
    }

    /** @return whether one of them is new */
    static boolean add(Sql sql, String key, NewLearner learner, long now) throws SQLException {
        int added = 0;
        long start = learner.start().enrolments();
        for (Enrolment enrolment : learner.enrolments()) {
            added += sql.update(ADD, key, enrolment.loId(), enrolment.loInstanceId(), start, now);
        }
        for (Enrolment enrolment : learner.defaults()) {
            added += sql.update(
                    ADD_DEFAULT, key, enrolment.loId(), enrolment.loInstanceId(), start, now, key, enrolment.loId());
        }
        return added > 0;
    }

    /** @return whether one of them was escalated and is due again */
    static boolean reopen(Sql sql, String key, NewLearner learner) throws SQLException {
        int reopened = 0;
        for (Enrolment enrolment : learner.all()) {
            reopened += sql.update(REOPEN, learner.start().enrolments(), key, enrolment.loInstanceId());
        }
        return reopened > 0;
    }

    /** @param after only what begins later than that is moved, epoch milliseconds */
    static void move(Sql sql, String key, NewLearner learner, long after) throws SQLException {
        for (Enrolment enrolment : learner.all()) {
            sql.update(MOVE, learner.start().enrolments(), key, enrolment.loInstanceId(), after);
        }
    }
}
