package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.List;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;

/** Accepts one row of a batch: a new learner, something new for a known one, or nothing. */
final class LearnerRow {

    private static final String REOPEN = """
            UPDATE learner SET email = ?, attributes = ?, batch_id = ?, row_number = ?, retry_from = ?
            WHERE learner_key = ? AND (state = 'ESCALATED' OR EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = learner.learner_key AND e.state = 'ESCALATED'))""";

    private static final String REOPEN_ENROLMENT = """
            UPDATE enrolment SET state = 'DUE'
            WHERE learner_key = ? AND lo_instance_id = ? AND state = 'ESCALATED'""";

    private static final String MAKE_DUE = """
            UPDATE learner SET due_at = ?, finished_at = NULL,
                state = CASE WHEN alm_user_id IS NULL THEN 'NEW' ELSE 'CREATED' END
            WHERE learner_key = ? AND state IN ('ENROLLED', 'ESCALATED')""";

    private static final String INSERT = """
            INSERT INTO learner (learner_key, email, attributes, batch_id, row_number, state,
                                 accepted_at, retry_from, due_at)
            VALUES (?, ?, ?, ?, ?, 'NEW', ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String ADD_ENROLMENT = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, state) VALUES (?, ?, ?, 'DUE')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    private static final String ADD_DEFAULT = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, state) SELECT ?, ?, ?, 'DUE'
            WHERE NOT EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = ? AND e.lo_id = ? AND e.state <> 'ESCALATED')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    private record Known(String key, String batchId) {}

    private final Sql sql;
    private final String batchId;
    private final long now;

    LearnerRow(Sql sql, String batchId, long now) {
        this.sql = sql;
        this.batchId = batchId;
        this.now = now;
    }

    void accept(NewLearner learner) throws SQLException {
        if (insert(learner)) {
            addEnrolments(learner.key(), learner);
            return;
        }
        List<Known> known = sql.query(
                "SELECT learner_key, batch_id FROM learner WHERE learner_key = ? OR email = ?",
                row -> new Known(row.getString("learner_key"), row.getString("batch_id")),
                learner.key(),
                learner.email());
        if (known.size() > 1) {
            BatchLedger.reject(
                    sql,
                    batchId,
                    learner.number(),
                    "userUniqueId belongs to one learner and email to another: correct one of them");
        } else {
            acceptAgain(learner, known.get(0));
        }
    }

    private void acceptAgain(NewLearner learner, Known known) throws SQLException {
        boolean taken = !known.batchId().equals(batchId) && reopenEscalated(learner, known.key());
        if (addEnrolments(known.key(), learner) || taken) {
            makeDue(known.key());
        }
    }

    private boolean insert(NewLearner learner) throws SQLException {
        return sql.update(
                        INSERT,
                        learner.key(),
                        learner.email(),
                        AttributesJson.write(learner.row()),
                        batchId,
                        learner.number(),
                        now,
                        now,
                        now)
                > 0;
    }

    /** @return whether one of them is new */
    private boolean addEnrolments(String key, NewLearner learner) throws SQLException {
        int added = 0;
        for (Enrolment enrolment : learner.enrolments()) {
            added += sql.update(ADD_ENROLMENT, key, enrolment.loId(), enrolment.loInstanceId());
        }
        for (Enrolment enrolment : learner.defaults()) {
            added += addDefault(key, enrolment);
        }
        return added > 0;
    }

    /** When another instance has become the default, who is in the old one stays there; what failed does not count. */
    private int addDefault(String key, Enrolment enrolment) throws SQLException {
        return sql.update(ADD_DEFAULT, key, enrolment.loId(), enrolment.loInstanceId(), key, enrolment.loId());
    }

    /**
     * A later batch that names a learner with an escalation again is people's answer to it. Only what the row names
     * is tried again; an enrolment that it names no more stays escalated.
     *
     * @return whether there is something to try again
     */
    private boolean reopenEscalated(NewLearner learner, String key) throws SQLException {
        boolean escalated = sql.update(
                        REOPEN,
                        learner.email(),
                        AttributesJson.write(learner.row()),
                        batchId,
                        learner.number(),
                        now,
                        key)
                > 0;
        boolean reopened =
                escalated && (reopenEnrolments(key, learner.enrolments()) | reopenEnrolments(key, learner.defaults()));
        return reopened || escalated && isUnknownToAlm(key);
    }

    private boolean reopenEnrolments(String key, List<Enrolment> enrolments) throws SQLException {
        int reopened = 0;
        for (Enrolment enrolment : enrolments) {
            reopened += sql.update(REOPEN_ENROLMENT, key, enrolment.loInstanceId());
        }
        return reopened > 0;
    }

    private boolean isUnknownToAlm(String key) throws SQLException {
        return sql.count("SELECT count(*) FROM learner WHERE learner_key = ? AND alm_user_id IS NULL", key) > 0;
    }

    /** A learner in flight is left alone: the ledger takes it back unfinished and hands it out again. */
    private void makeDue(String key) throws SQLException {
        sql.update(MAKE_DUE, now, key);
    }
}
