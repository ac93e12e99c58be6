package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.jboss.logging.Logger;

/**
 * An input played through on a copy of the people whom it concerns: the ledger itself decides there what a row adds, who is
 * due and who waits, and takes what is supposed to have happened for an answer of ALM. Nothing of it reaches the ledger.
 * For one thread.
 */
public final class Rehearsal implements AutoCloseable {

    /**
     * What is rehearsed.
     *
     * @param feed whether the source brings rows again by itself
     */
    record Input(String batchId, String source, String name, boolean feed) {}

    private static final Logger LOG = Logger.getLogger(Rehearsal.class);

    /** Of nobody else: no process has a claim in the copy. */
    private static final long EPOCH = 1;

    private static final String ANY_DUE = "SELECT 1 FROM learner WHERE state = ? AND due_at <= ? LIMIT 1";

    /** What the ledger has no row for is the default instance for who is in another one. */
    private static final String ASKED_IN_STATE = """
            SELECT count(*) FROM asked LEFT JOIN enrolment USING (learner_key, lo_instance_id)
            WHERE lo_instance_id <> '' AND coalesce(state, 'ENROLLED') IN (?, ?)""";

    /** Who was under way before has something new, which the bridge would find when the learner comes back to it. */
    private static final String ADDED_TO_WHAT_IS_UNDER_WAY = """
            UPDATE learner SET due_at = CASE WHEN alm_user_id IS NULL AND start_at > ? THEN start_at ELSE ? END
            WHERE due_at IS NULL AND waits_for IS NULL AND state IN ('NEW', 'CREATED') AND EXISTS (
                SELECT 1 FROM enrolment e WHERE e.learner_key = learner.learner_key AND e.state = 'DUE'
                    AND e.start_at <= ?)""";

    private final LedgerView ledger;
    private final Input input;
    private final long giveUpAfterMs;
    private final long now;
    private final Connection connection;
    private final Sql copy;
    private final RehearsedRows rows;
    private long already;
    private long withPeople;

    Rehearsal(LedgerView ledger, List<String> schema, Input input, long giveUpAfterMs, long now) throws SQLException {
        this.ledger = ledger;
        this.input = input;
        this.giveUpAfterMs = giveUpAfterMs;
        this.now = now;
        this.connection = RehearsalCopy.open(schema);
        this.copy = new Sql(connection, Store.SQLITE);
        this.rows = new RehearsedRows(ledger, copy, input, now);
        copy.update(
                "INSERT INTO batch (id, source, name, opened_at) VALUES (?, ?, ?, ?)",
                input.batchId(),
                input.source(),
                input.name(),
                now);
    }

    /** Whether people have looked at a batch that would be held otherwise. */
    public boolean isApproved() throws SQLException {
        return ledger.read(sql -> HeldBatches.isApproved(sql, input.batchId()));
    }

    /** The rows of one input, some hundred at a time. */
    public void accept(List<NewLearner> learners, List<RejectedRow> rejected) throws SQLException {
        rows.accept(learners, rejected);
    }

    /** The input has come to its end. */
    public void read(long rows) throws SQLException {
        copy.update("UPDATE batch SET closed_at = ?, rows_read = ? WHERE id = ?", now, rows, input.batchId());
        copy.update(ADDED_TO_WHAT_IS_UNDER_WAY, now, now, now);
        already = copy.count(ASKED_IN_STATE, EnrolmentState.ENROLLED.name(), Extract.UNDER_WAY);
        withPeople = copy.count(ASKED_IN_STATE, EnrolmentState.ESCALATED.name(), EnrolmentState.ESCALATED.name());
    }

    /** People who have something to do now, as far as they do not wait for each other. */
    public long due() throws SQLException {
        return copy.count("SELECT count(*) FROM learner WHERE due_at <= ?", now);
    }

    public boolean isAnybodyDue() throws SQLException {
        for (LearnerState state : List.of(LearnerState.CREATED, LearnerState.NEW)) {
            if (copy.count(ANY_DUE, state.name(), now) > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The next of them, in the order of the bridge; who waits for a manager comes once the manager is known to be a user.
     *
     * @return may be empty although somebody is due
     */
    public List<LearnerInFlight> claim(int max) throws SQLException {
        LearnerClaim claim = new LearnerClaim(copy, EPOCH, giveUpAfterMs, now);
        List<HandedOut> claimed = new ArrayList<>(claim.claim(LearnerState.CREATED, max));
        if (claimed.size() < max) {
            claimed.addAll(claim.claim(LearnerState.NEW, max - claimed.size()));
        }
        return claimed.stream().map(HandedOut::learner).toList();
    }

    /** Whether it is this input that brings the learner to ALM, and not an earlier one that is still under way. */
    public boolean brings(Learner learner) {
        return learner.batch().equals(input.batchId());
    }

    /** The row in which the learner was named first. */
    public int row(Learner learner) throws SQLException {
        return (int)
                copy.count("SELECT row_number FROM asked WHERE learner_key = ? AND lo_instance_id = ''", learner.key());
    }

    /** The learner is a user of ALM, which another learner of the ledger may be already. */
    public Standing userKnown(LearnerInFlight learner, String almUserId, boolean linked) throws SQLException {
        if (linked) {
            ledger.read(from -> {
                new Extract(from, copy, now).people("alm_user_id", Set.of(almUserId));
                return null;
            });
        }
        touch(learner);
        Attempt outcome = learner.begin(AlmCall.CREATE_USER, null, now).succeeded(now, null, null);
        learner.ended(outcome);
        return LearnerLedger.userKnown(copy, learner.learner().key(), outcome, almUserId, linked, now);
    }

    public void enrolled(LearnerInFlight learner, Enrolment enrolment) throws SQLException {
        touch(learner);
        Attempt outcome = learner.begin(AlmCall.ENROL_USER, enrolment, now).succeeded(now, null, null);
        learner.ended(outcome);
        LearnerLedger.enrolled(copy, learner.learner().key(), outcome, Outbox.NONE, now);
    }

    /**
     * @param enrolment {@code null} when the user cannot be made, and so nothing of the learner
     * @return enrolments that people have to look at
     */
    public int escalated(LearnerInFlight learner, Enrolment enrolment) throws SQLException {
        touch(learner);
        String key = learner.learner().key();
        String id = EscalationLedger.id(key, FailureClass.REJECTED);
        String instance = enrolment == null ? null : enrolment.loInstanceId();
        int enrolments = EscalationLedger.escalate(copy, id, key, instance, now + giveUpAfterMs);
        LearnerLedger.finishIfNothingIsDue(copy, key, now);
        return enrolments;
    }

    private void touch(LearnerInFlight learner) throws SQLException {
        copy.update(
                "UPDATE asked SET touched = 1 WHERE learner_key = ?",
                learner.learner().key());
    }

    /** @param limit of rejected rows to show */
    public RehearsalCounts counts(int limit) throws SQLException {
        return RehearsalCount.of(copy, input.batchId(), limit, already, withPeople, now);
    }

    /** It is not needed any more, so what goes wrong with that is of no interest. */
    @Override
    public void close() {
        try (connection) {
            copy.close();
        } catch (SQLException e) {
            LOG.debug("a rehearsal could not be closed", e);
        }
    }
}
