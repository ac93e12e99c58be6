package org.almbridge.support;

import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.almbridge.call.AlmCalls;
import org.almbridge.ledger.LedgerBarrier;

/** Puts simulated time in the place of the process's clock and of all timers of the bridge. */
@Alternative
@Singleton
public class SimulatedTimeBeans {

    private static final long A_WHILE_NANOS = 100_000;

    private final Instance<AlmCalls> calls;
    private final Instance<LedgerBarrier> ledger;
    private final SimulatedTime time = new SimulatedTime(this::settle);

    SimulatedTimeBeans(Instance<AlmCalls> calls, Instance<LedgerBarrier> ledger) {
        this.calls = calls;
        this.ledger = ledger;
    }

    @Produces
    @Singleton
    SimulatedTime time() {
        return time;
    }

    @Produces
    @Singleton
    Clock clock() {
        return time.clock();
    }

    @Produces
    @Singleton
    @Named("redeliveryPool")
    ScheduledExecutorService redeliveryPool() {
        return time;
    }

    @Produces
    @Singleton
    @Named("ledgerPool")
    ScheduledExecutorService ledgerPool() {
        return time;
    }

    /** A call may lead to a write, and a write to a call, so both must have been idle for a round. */
    private void settle() {
        int idleRounds = 0;
        while (idleRounds < 2) {
            ledger.get().pass();
            if (calls.get().underWay() == 0) {
                idleRounds++;
            } else {
                idleRounds = 0;
                LockSupport.parkNanos(A_WHILE_NANOS);
            }
        }
    }
}
