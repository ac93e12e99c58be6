package org.almbridge.ledger;

import java.time.Clock;
import java.util.Optional;
import org.almbridge.BridgeConfig;

/** While closed, hands out one learner after each step of the back-off, whose calls find out whether the rest may follow. */
public final class Probing implements Admission {

    private final BridgeConfig.Retry retry;
    private final Clock clock;
    private int step;
    private long probeAt;
    private long closedAt;

    public Probing(BridgeConfig.Retry retry, Clock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    /** @return whether it was open */
    public synchronized boolean close() {
        boolean wasOpen = !isClosed();
        if (wasOpen) {
            closedAt = clock.millis();
            nextStep();
        }
        return wasOpen;
    }

    /** @return whether it was closed */
    public synchronized boolean open() {
        boolean wasClosed = isClosed();
        step = 0;
        return wasClosed;
    }

    public synchronized boolean isClosed() {
        return step > 0;
    }

    /** What holds learners back while it is closed. */
    public synchronized Optional<Hold> hold(Hold.Reason reason) {
        return isClosed() ? Optional.of(new Hold(reason, closedAt)) : Optional.empty();
    }

    private void nextStep() {
        step++;
        probeAt = clock.millis() + retry.backOff(step);
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
        if (!isClosed()) {
            return most;
        }
        return clock.millis() < probeAt ? 0 : Math.min(1, most);
    }

    @Override
    public synchronized void handedOut(int learners) {
        if (isClosed() && learners > 0) {
            nextStep();
        }
    }
}
