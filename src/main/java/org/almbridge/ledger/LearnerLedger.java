package org.almbridge.ledger;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Claim;

/**
 * Records what happens to a learner in flight: the intent before a call that changes ALM, the outcome after it. Writes
 * happen in the order of the calls of this class, so a later one is never durable without the earlier ones. All of them
 * fail with {@link LeaseLostException} when the learner was claimed in an epoch that is over.
 */
@Singleton
public class LearnerLedger {

    private final LedgerDatabase database;
    private final Outbox outbox;
    private final Clock clock;
    private final List<LedgerListener> listeners;

    LearnerLedger(LedgerDatabase database, Outbox outbox, Clock clock, @All List<LedgerListener> listeners) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.listeners = listeners;
    }

    /**
     * The last look before a call that changes ALM goes out: the process may have stood still since it wrote the intent.
     *
     * @throws LeaseLostException when others may have gone on with the learner
     */
    public void confirm(Claim claim) {
        if (!database.holds(claim.epoch())) {
            throw new LeaseLostException();
        }
    }

    /** An attempt without a result for the learner: an intent, a failure or a fruitless look-up. */
    public CompletableFuture<Void> attempted(Claim claim, Attempt attempt) {
        return database.<Void>write(claim.epoch(), sql -> {
                    AttemptRows.write(sql, claim.learnerKey(), attempt);
                    return null;
                })
                .thenApply(written -> {
                    if (attempt.endedAt() != null) {
                        tell(attempt);
                    }
                    return written;
                });
    }

    /** ALM has the user, and who waited for it goes on; nothing is written when another learner is that user already. */
    public CompletableFuture<Standing> userKnown(Claim claim, Attempt outcome, String almUserId, boolean linked) {
        return database.write(
                        claim.epoch(),
                        sql -> userKnown(sql, claim.learnerKey(), outcome, almUserId, linked, clock.millis()))
                .thenApply(standing -> {
                    if (standing != Standing.BELONGS_TO_ANOTHER) {
                        tell(outcome);
                    }
                    return standing;
                });
    }

    static Standing userKnown(Sql sql, String learnerKey, Attempt outcome, String almUserId, boolean linked, long now)
            throws SQLException {
        LearnerRows.lock(sql, learnerKey);
        if (sql.count("SELECT count(*) FROM learner WHERE alm_user_id = ? AND learner_key <> ?", almUserId, learnerKey)
                > 0) {
            return Standing.BELONGS_TO_ANOTHER;
        }
        AttemptRows.write(sql, learnerKey, outcome);
        boolean awaited = sql.count("""
                UPDATE learner SET alm_user_id = ?, created_at = ?, linked = ?, state = 'CREATED'
                WHERE learner_key = ? RETURNING awaited""", almUserId, outcome.endedAt(), linked ? 1 : 0, learnerKey) > 0;
        if (awaited) {
            ManagerWaits.wake(sql, learnerKey);
        }
        return finishIfNothingIsDue(sql, learnerKey, now) ? Standing.FINISHED : Standing.UNFINISHED;
    }

    /**
     * ALM has the enrolment.
     *
     * @return whether nothing is left to do for the learner
     */
    public CompletableFuture<Boolean> enrolled(Claim claim, Attempt outcome) {
        return database.write(claim.epoch(), sql -> enrolled(sql, claim.learnerKey(), outcome, outbox, clock.millis()))
                .thenApply(enrolled -> {
                    tell(outcome);
                    enrolled.askedFor().ifPresent(since -> {
                        long took = Math.max(0, outcome.endedAt() - since);
                        listeners.forEach(listener -> listener.enrolled(took));
                    });
                    return enrolled.finished();
                });
    }

    /** @param askedFor epoch milliseconds; empty for an enrolment that the ledger knew of */
    record Enrolled(boolean finished, Optional<Long> askedFor) {}

    static Enrolled enrolled(Sql sql, String learnerKey, Attempt outcome, Outbox outbox, long now) throws SQLException {
        LearnerRows.lock(sql, learnerKey);
        AttemptRows.write(sql, learnerKey, outcome);
        Optional<Long> askedFor = EnrolmentRows.enrolled(sql, learnerKey, outcome);
        if (askedFor.isPresent()) {
            outbox.enrolled(sql, learnerKey, outcome.loInstanceId(), outcome.endedAt());
        }
        return new Enrolled(finishIfNothingIsDue(sql, learnerKey, now), askedFor);
    }

    private void tell(Attempt outcome) {
        listeners.forEach(listener -> listener.attempted(outcome));
    }

    /** Not finished, and so handed back, when an enrolment was added while the learner was in flight. */
    static boolean finishIfNothingIsDue(Sql sql, String learnerKey, long now) throws SQLException {
        return sql.update("""
                        UPDATE learner SET finished_at = ?, due_at = NULL, claimed_by = NULL,
                            state = CASE WHEN alm_user_id IS NULL OR EXISTS (SELECT 1 FROM enrolment e
                                WHERE e.learner_key = learner.learner_key AND e.state = 'ESCALATED')
                                THEN 'ESCALATED' ELSE 'ENROLLED' END
                        WHERE learner_key = ? AND NOT EXISTS (SELECT 1 FROM enrolment e
                            WHERE e.learner_key = learner.learner_key AND e.state = 'DUE')""", now, learnerKey) > 0;
    }
}
