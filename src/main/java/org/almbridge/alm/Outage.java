package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.Admission;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.Probing;
import org.jboss.logging.Logger;

/**
 * Notices that ALM is down, by more than half of the last calls. One learner at a time then asks whether it is back; the
 * others wait in the ledger.
 */
@Singleton
class Outage implements AnswerListener, Admission {

    private static final Logger LOG = Logger.getLogger(Outage.class);

    private static final int CALLS = 20;
    private static final int TOO_MANY = CALLS / 2 + 1;
    private static final int SERVER_ERROR = 500;

    private final Probing probing;
    private final Deque<Boolean> failed = new ArrayDeque<>(CALLS);

    Outage(BridgeConfig config, Clock clock) {
        probing = new Probing(config.retry(), clock);
    }

    /** Whether ALM is taken to be down. */
    boolean isOn() {
        return probing.isClosed();
    }

    void failed(FailureClass failureClass) {
        boolean ails = failureClass == FailureClass.UNAVAILABLE || failureClass == FailureClass.UNKNOWN_OUTCOME;
        if (ails && note(true) >= TOO_MANY && probing.close()) {
            LOG.warn("ALM is down: more than half of the last " + CALLS + " calls failed. Dispatch slows to one learner"
                    + " at a time; the others wait in the ledger, and all goes on by itself once ALM answers");
        }
    }

    /** Any answer but a server's error shows that ALM is up, whatever it says. */
    @Override
    public void answered(AnswerHead answer) {
        if (answer.status() >= SERVER_ERROR) {
            return;
        }
        note(false);
        if (probing.open()) {
            forget();
            LOG.info("ALM answers again: dispatch goes on");
        }
    }

    private synchronized long note(boolean failure) {
        if (failed.size() == CALLS) {
            failed.removeFirst();
        }
        failed.addLast(failure);
        return failed.stream().filter(Boolean::booleanValue).count();
    }

    private synchronized void forget() {
        failed.clear();
    }

    @Override
    public int created(int most) {
        return probing.created(most);
    }

    @Override
    public int fresh(int most) {
        return probing.fresh(most);
    }

    @Override
    public Optional<Hold> hold() {
        return probing.hold(Hold.Reason.ALM_DOWN);
    }

    @Override
    public void handedOut(int learners) {
        probing.handedOut(learners);
    }
}
