package org.almbridge.ledger;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.almbridge.DaemonThreads;

/** The timer by which the routes look for work in the ledger, with a thread for each queue: outcomes are sent on theirs. */
@Singleton
class LedgerPool {

    @Produces
    @Singleton
    @Named("ledgerPool")
    ScheduledExecutorService ledgerPool(@Any Instance<LedgerQueue<?>> queues) {
        return new ScheduledThreadPoolExecutor((int) queues.stream().count(), DaemonThreads.named("ledger-poll"));
    }

    void stop(@Disposes @Named("ledgerPool") ScheduledExecutorService pool) {
        pool.shutdownNow();
    }
}
