package org.almbridge.ledger;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.Claim;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/**
 * Hands out learners that have something left to do, and takes back those who are not finished. Who has to wait for a
 * manager is kept back where all is written in order, so that the manager's create is never missed.
 */
@Singleton
public class DueLearners implements LedgerQueue<LearnerInFlight> {

    private static final Logger LOG = Logger.getLogger(DueLearners.class);

    private static final String HAND_BACK = "UPDATE learner SET claimed_by = NULL, due_at = " + LearnerRows.NEXT_DUE
            + " WHERE learner_key = ? AND claimed_by = ?";

    private final LedgerDatabase database;
    private final BridgeConfig config;
    private final Clock clock;
    private final List<Admission> admissions;
    private final List<LedgerListener> listeners;
    private final PendingWrites handBacks;

    DueLearners(
            LedgerDatabase database,
            BridgeConfig config,
            Clock clock,
            @All List<Admission> admissions,
            @All List<LedgerListener> listeners) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.admissions = admissions;
        this.listeners = listeners;
        this.handBacks = new PendingWrites(database);
    }

    @Override
    public String name() {
        return "due";
    }

    @Override
    public int maxInFlight() {
        return admitted(Admission::underWay, config.dispatch().maxInFlight());
    }

    /** Created learners come before new ones: finishing before starting. */
    @Override
    public List<LearnerInFlight> claim(int max) {
        handBacks.repeatRefused();
        List<LearnerInFlight> claimed = new ArrayList<>(claim(LearnerState.CREATED, admitted(Admission::created, max)));
        claimed.addAll(claim(LearnerState.NEW, admitted(Admission::fresh, max - claimed.size())));
        return claimed;
    }

    private int admitted(ToIntBiFunction<Admission, Integer> opinion, int most) {
        int admitted = most;
        for (Admission admission : admissions) {
            admitted = Math.min(admitted, opinion.applyAsInt(admission, admitted));
        }
        return admitted;
    }

    private List<LearnerInFlight> claim(LearnerState state, int max) {
        if (max == 0) {
            return List.of();
        }
        List<HandedOut> handedOut = database.claim(sql -> isAnyDue(sql, state), sql -> claim(sql, state, max));
        admissions.forEach(admission -> admission.handedOut(handedOut.size()));
        handedOut.forEach(this::tell);
        return handedOut.stream().map(HandedOut::learner).toList();
    }

    private void tell(HandedOut handedOut) {
        if (!handedOut.learner().isCreated()
                && handedOut.learner().attempts(attempt -> true).isEmpty()) {
            listeners.forEach(listener -> listener.handedOut(handedOut.waitedMs()));
        }
    }

    private boolean isAnyDue(Sql sql, LearnerState state) throws SQLException {
        return sql.count("SELECT 1 FROM learner WHERE state = ? AND due_at <= ? LIMIT 1", state.name(), clock.millis())
                > 0;
    }

    List<HandedOut> claim(Sql sql, LearnerState state, int max) throws SQLException {
        return new LearnerClaim(sql, database.epoch(), config.retry().giveUpAfterMs(), clock.millis())
                .claim(state, max);
    }

    @Override
    public void give(LearnerInFlight learner, Exchange exchange) {
        exchange.setVariable("learner", learner);
    }

    /** Whatever ended the exchange, a learner that is not finished is due again. */
    @Override
    public void takeBack(LearnerInFlight learner, Exchange exchange) {
        if (learner.isFinished()) {
            LearnerLog.finished(learner);
            return;
        }
        // who is taken over goes on elsewhere, and the lease has told of it once for all
        if (!LedgerQueue.isStop(exchange)
                && !(exchange.getException() instanceof LeaseLostException)
                && (exchange.getException() != null || !learner.hasBeenTried() && !learner.isParked())) {
            // not a failure of ALM, which the policy handles and records: do not spin
            learner.parkUntil(clock.millis() + config.retry().maxDelayMs());
            LOG.errorf(
                    exchange.getException(),
                    "A learner goes back to the ledger for %d ms: an error in the bridge or its ledger",
                    config.retry().maxDelayMs());
        }
        long dueAt = Math.max(learner.dueAt(), clock.millis());
        Claim claim = learner.claim();
        handBacks.write(
                claim.epoch(), sql -> sql.update(HAND_BACK, dueAt, dueAt, dueAt, claim.learnerKey(), claim.epoch()));
    }
}
