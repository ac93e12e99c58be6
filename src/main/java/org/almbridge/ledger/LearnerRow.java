package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.Start;

/** Accepts one row of a batch: a new learner, something new for a known one, or nothing. */
final class LearnerRow {

    private static final String REOPEN = """
            UPDATE learner SET email = ?, attributes = ?, batch_id = ?, row_number = ?, retry_from = ?
            WHERE learner_key = ? AND (state = 'ESCALATED' OR EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = learner.learner_key AND e.state = 'ESCALATED'))""";

    private static final String REOPEN_ENROLMENT = """
            UPDATE enrolment SET state = 'DUE', start_at = ?
            WHERE learner_key = ? AND lo_instance_id = ? AND state = 'ESCALATED'""";

    private static final String MAKE_DUE =
            """
            UPDATE learner SET finished_at = NULL, start_at = ?,
                state = CASE WHEN alm_user_id IS NULL THEN 'NEW' ELSE 'CREATED' END,
                due_at =
            """ + LearnerRows.NEXT_DUE + " WHERE learner_key = ? AND state IN ('ENROLLED', 'ESCALATED')";

    private static final String REPLACE_WAITING = """
            UPDATE learner SET email = ?, attributes = ?, batch_id = ?, row_number = ?, retry_from = ?, start_at = ?,
                due_at = ?, waits_for = NULL
            WHERE learner_key = ? AND state = 'NEW' AND (start_at > ? OR waits_for IS NOT NULL) AND claimed_by IS NULL""";

    private static final String START_EARLIER = """
            UPDATE learner SET start_at = ?, due_at = ?
            WHERE learner_key = ? AND state = 'NEW' AND start_at > ? AND waits_for IS NULL AND claimed_by IS NULL""";

    private static final String MOVE_ENROLMENT = """
            UPDATE enrolment SET start_at = ?
            WHERE learner_key = ? AND lo_instance_id = ? AND state = 'DUE' AND start_at > ?""";

    private static final String ONLY_LATER_WORK = """
            SELECT count(*) FROM learner WHERE learner_key = ? AND state = 'CREATED' AND claimed_by IS NULL
                AND NOT EXISTS (SELECT 1 FROM enrolment e
                    WHERE e.learner_key = learner.learner_key AND e.state = 'DUE' AND e.start_at <= ?)""";

    private static final String RECKON_DUE =
            "UPDATE learner SET due_at = " + LearnerRows.NEXT_DUE + " WHERE learner_key = ?";

    private static final String INSERT = """
            INSERT INTO learner (learner_key, email, attributes, batch_id, row_number, state,
                                 accepted_at, retry_from, start_at, due_at)
            VALUES (?, ?, ?, ?, ?, 'NEW', ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String ADD_ENROLMENT = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, start_at, state) VALUES (?, ?, ?, ?, 'DUE')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    private static final String ADD_DEFAULT = """
            INSERT INTO enrolment (learner_key, lo_id, lo_instance_id, start_at, state) SELECT ?, ?, ?, ?, 'DUE'
            WHERE NOT EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = ? AND e.lo_id = ? AND e.state <> 'ESCALATED')
            ON CONFLICT (learner_key, lo_instance_id) DO NOTHING""";

    private record Known(String key, String batchId, int rowNumber, Map<String, String> attributes) {
        static Known read(ResultSet row) throws SQLException {
            return new Known(
                    row.getString("learner_key"),
                    row.getString("batch_id"),
                    row.getInt("row_number"),
                    AttributesJson.read(row.getString("attributes")));
        }
    }

    private final Sql sql;
    private final String batchId;
    private final boolean feed;
    private final RejectedRows rejects;
    private final long now;

    LearnerRow(Sql sql, String batchId, boolean feed, RejectedRows rejects, long now) {
        this.sql = sql;
        this.batchId = batchId;
        this.feed = feed;
        this.rejects = rejects;
        this.now = now;
    }

    void accept(NewLearner learner) throws SQLException {
        if (insert(learner)) {
            addEnrolments(learner.key(), learner);
            return;
        }
        List<Known> known = sql.query(
                "SELECT learner_key, batch_id, row_number, attributes FROM learner WHERE learner_key = ? OR email = ?",
                Known::read,
                learner.key(),
                learner.email());
        if (known.size() > 1) {
            reject(learner, "userUniqueId belongs to one learner and email to another: correct one of them");
        } else {
            acceptAgain(learner, known.get(0));
        }
    }

    private void reject(NewLearner learner, String reason) throws SQLException {
        rejects.reject(learner.number(), List.of(reason));
    }

    private void acceptAgain(NewLearner learner, Known known) throws SQLException {
        boolean same = learner.row().equals(known.attributes());
        boolean otherBatch = !known.batchId().equals(batchId);
        if (!feed && !otherBatch && known.rowNumber() != learner.number()) {
            Set<String> contradictions = learner.contradictions(known.attributes());
            if (!contradictions.isEmpty()) {
                reject(
                        learner,
                        "row " + known.rowNumber() + " has the same person, but differs in "
                                + String.join(", ", contradictions) + ": make the rows alike or remove one of them");
                return;
            }
        }
        // what a feed repeats is nobody's answer; what it changes is, also within one batch
        boolean later = feed ? !same : otherBatch;
        boolean onlyLaterWork = sql.count(ONLY_LATER_WORK, known.key(), now) > 0;
        if (later && !same) {
            replaceWaiting(learner, known.key());
        } else if (!otherBatch) {
            startEarlier(learner, known.key());
        }
        boolean taken = later && reopenEscalated(learner, known.key());
        if (addEnrolments(known.key(), learner) || taken) {
            makeDue(known.key(), learner.start());
        }
        if (onlyLaterWork) {
            sql.update(RECKON_DUE, now, now, now, known.key());
        }
    }

    /** Of several rows of one input the earliest day counts, whatever their order. */
    private void startEarlier(NewLearner learner, String key) throws SQLException {
        long start = learner.start().user();
        sql.update(START_EARLIER, start, Math.max(now, start), key, start);
        for (Enrolment enrolment : learner.all()) {
            long enrolmentStart = learner.start().enrolments();
            sql.update(MOVE_ENROLMENT, enrolmentStart, key, enrolment.loInstanceId(), enrolmentStart);
        }
    }

    /** What still waits follows the later row: days move, and until then the person's data change. */
    private void replaceWaiting(NewLearner learner, String key) throws SQLException {
        long start = learner.start().user();
        int replaced = sql.update(
                REPLACE_WAITING,
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
        for (Enrolment enrolment : learner.all()) {
            sql.update(MOVE_ENROLMENT, learner.start().enrolments(), key, enrolment.loInstanceId(), now);
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
                        learner.start().user(),
                        Math.max(now, learner.start().user()))
                > 0;
    }

    /** @return whether one of them is new */
    private boolean addEnrolments(String key, NewLearner learner) throws SQLException {
        int added = 0;
        long start = learner.start().enrolments();
        for (Enrolment enrolment : learner.enrolments()) {
            added += sql.update(ADD_ENROLMENT, key, enrolment.loId(), enrolment.loInstanceId(), start);
        }
        for (Enrolment enrolment : learner.defaults()) {
            added += addDefault(key, enrolment, start);
        }
        return added > 0;
    }

    /** When another instance has become the default, who is in the old one stays there; what failed does not count. */
    private int addDefault(String key, Enrolment enrolment, long start) throws SQLException {
        return sql.update(ADD_DEFAULT, key, enrolment.loId(), enrolment.loInstanceId(), start, key, enrolment.loId());
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
        boolean reopened = escalated && reopenEnrolments(key, learner);
        return reopened || escalated && isUnknownToAlm(key);
    }

    private boolean reopenEnrolments(String key, NewLearner learner) throws SQLException {
        int reopened = 0;
        for (Enrolment enrolment : learner.all()) {
            reopened += sql.update(REOPEN_ENROLMENT, learner.start().enrolments(), key, enrolment.loInstanceId());
        }
        return reopened > 0;
    }

    private boolean isUnknownToAlm(String key) throws SQLException {
        return sql.count("SELECT count(*) FROM learner WHERE learner_key = ? AND alm_user_id IS NULL", key) > 0;
    }

    /** A learner in flight is left alone: the ledger takes it back unfinished and hands it out again. */
    private void makeDue(String key, Start start) throws SQLException {
        sql.update(MAKE_DUE, start.user(), Math.max(now, start.user()), now, now, key);
    }
}
