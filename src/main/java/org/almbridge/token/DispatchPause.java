package org.almbridge.token;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.Admission;
import org.almbridge.ledger.Hold;

/**
 * Keeps learners in the ledger while ALM accepts no access token. After each step of the back-off one of them is handed
 * out, and one call is let through, to find out whether that is over.
 */
@Singleton
class DispatchPause implements TokenPause, Admission {

    private final BridgeConfig config;
    private final Clock clock;
    /** Steps of the back-off so far, 0 while there is no pause. */
    private int steps;

    private long begunAt;
    private long nextCallAt;
    private long nextLearnerAt;

    DispatchPause(BridgeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public synchronized boolean isOn() {
        return steps > 0;
    }

    /** Has no effect on a pause that is on. */
    synchronized void begin() {
        if (!isOn()) {
            begunAt = clock.millis();
            nextLearnerAt = 0;
            step();
        }
    }

    private void step() {
        steps++;
        nextCallAt = clock.millis() + config.retry().backOff(steps);
    }

    /** Whether a call may be made now; during a pause only the first who asks in a step is told so. */
    synchronized boolean letsCall() {
        if (!isOn()) {
            return true;
        }
        boolean due = clock.millis() >= nextCallAt;
        if (due) {
            step();
        }
        return due;
    }

    /** Whether a call was let through: answers to calls from before the pause say nothing about its end. */
    synchronized boolean isProbed() {
        return steps > 1;
    }

    synchronized void end() {
        steps = 0;
    }

    @Override
    public int created(int most) {
        return admitted(most);
    }

    @Override
    public int fresh(int most) {
        return admitted(most);
    }

    private synchronized int admitted(int most) {
        if (!isOn()) {
            return most;
        }
        return clock.millis() >= Math.max(nextCallAt, nextLearnerAt) ? Math.min(most, 1) : 0;
    }

    @Override
    public synchronized Optional<Hold> hold() {
        return isOn() ? Optional.of(new Hold(Hold.Reason.TOKEN_REFUSED, begunAt)) : Optional.empty();
    }

    /** Not every learner comes to a call, so the wait for the next one does not depend on it. */
    @Override
    public synchronized void handedOut(int learners) {
        if (isOn() && learners > 0) {
            nextLearnerAt = clock.millis() + config.retry().backOff(steps);
        }
    }
}
