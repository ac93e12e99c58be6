package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.Start;

/** Accepts one row of a batch: a new learner, something new for a known one, or nothing. */
final class LearnerRow {

    private static final String INSERT = """
            INSERT INTO learner (learner_key, email, attributes, batch_id, row_number, state,
                                 accepted_at, retry_from, start_at, due_at)
            VALUES (?, ?, ?, ?, ?, 'NEW', ?, ?, ?, ?) ON CONFLICT DO NOTHING""";

    private static final String REOPEN = """
            UPDATE learner SET email = ?, attributes = ?, batch_id = ?, row_number = ?, retry_from = ?
            WHERE learner_key = ? AND (state = 'ESCALATED' OR EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = learner.learner_key AND e.state = 'ESCALATED'))""";

    private static final String MAKE_DUE =
            """
            UPDATE learner SET finished_at = NULL, start_at = ?,
                state = CASE WHEN alm_user_id IS NULL THEN 'NEW' ELSE 'CREATED' END,
                due_at =
            """ + LearnerRows.NEXT_DUE + " WHERE learner_key = ? AND state IN ('ENROLLED', 'ESCALATED')";

    /** What is tried again is no longer closed; where nothing is, the dismissal stays. */
    private static final String UNDISMISS = """
            UPDATE escalation SET dismissed_at = NULL, dismissed_because = NULL, dismissed_by = NULL
            WHERE learner_key = ? AND dismissed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM enrolment e
                WHERE e.learner_key = escalation.learner_key AND e.escalation_id = escalation.id
                    AND e.state = 'ESCALATED')""";

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

    /** What became of a row. */
    enum Fate {
        LEARNER,
        KNOWN,
        REJECTED
    }

    /** @param key of the learner whom the row is about, {@code null} when it is rejected */
    record Judged(Fate fate, String key) {}

    Judged accept(NewLearner learner) throws SQLException {
        // who is known may be erased by another process between the two looks
        while (!insert(learner)) {
            List<KnownLearner> known =
                    sql.query(KnownLearner.BY_KEY_OR_EMAIL, KnownLearner::read, learner.key(), learner.email());
            if (!known.isEmpty()) {
                return accept(learner, known);
            }
        }
        EnrolmentRows.add(sql, learner.key(), learner, now);
        return new Judged(Fate.LEARNER, learner.key());
    }

    private Judged accept(NewLearner learner, List<KnownLearner> known) throws SQLException {
        Optional<String> fault = known.size() > 1
                ? Optional.of("userUniqueId belongs to one learner and email to another: correct one of them")
                : contradiction(learner, known.get(0));
        if (fault.isPresent()) {
            rejects.reject(learner.number(), List.of(fault.get()));
            return new Judged(Fate.REJECTED, null);
        }
        acceptAgain(learner, known.get(0));
        return new Judged(Fate.KNOWN, known.get(0).key());
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

    private Optional<String> contradiction(NewLearner learner, KnownLearner known) {
        return feed || isOfAnotherBatch(known) ? Optional.empty() : known.contradiction(learner);
    }

    private boolean isOfAnotherBatch(KnownLearner known) {
        return !known.batchId().equals(batchId);
    }

    private void acceptAgain(NewLearner learner, KnownLearner known) throws SQLException {
        boolean same = known.says(learner);
        // what a feed repeats is nobody's answer; what it changes is, also within one batch
        boolean later = feed ? !same : isOfAnotherBatch(known);
        LaterWork laterWork = new LaterWork(sql, known.key(), now);
        boolean onlyLaterWork = laterWork.isAll();
        if (later && !same) {
            laterWork.replaceBy(learner, batchId);
        } else if (!isOfAnotherBatch(known)) {
            laterWork.startEarlier(learner);
        }
        boolean taken = later && reopenEscalated(learner, known.key());
        if (EnrolmentRows.add(sql, known.key(), learner, now) || taken) {
            makeDue(known.key(), learner.start());
        }
        if (onlyLaterWork) {
            laterWork.reckon();
        }
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
        boolean reopened = escalated && EnrolmentRows.reopen(sql, key, learner);
        boolean triedAgain = reopened || escalated && isUnknownToAlm(key);
        if (triedAgain) {
            sql.update(UNDISMISS, key);
        }
        return triedAgain;
    }

    private boolean isUnknownToAlm(String key) throws SQLException {
        return sql.count("SELECT count(*) FROM learner WHERE learner_key = ? AND alm_user_id IS NULL", key) > 0;
    }

    /** A learner in flight is left alone: the ledger takes it back unfinished and hands it out again. */
    private void makeDue(String key, Start start) throws SQLException {
        sql.update(MAKE_DUE, start.user(), Math.max(now, start.user()), now, now, key);
    }
}
