package org.almbridge.alm;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.almbridge.DaemonThreads;

/**
 * The timer of the retries. Camel's own redelivery pool has a bounded queue and drops what exceeds it; this one holds as
 * many waiting learners as dispatch lets under way. Its threads only hand a due retry over to the gate.
 */
@Singleton
class RedeliveryPool {

    private static final int THREADS = 2;

    @Produces
    @Singleton
    @Named("redeliveryPool")
    ScheduledExecutorService redeliveryPool() {
        return new ScheduledThreadPoolExecutor(THREADS, DaemonThreads.named("alm-redelivery"));
    }

    void stop(@Disposes @Named("redeliveryPool") ScheduledExecutorService pool) {
        pool.shutdownNow();
    }
}
