package org.almbridge.gate;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.almbridge.DaemonThreads;

/** The thread that asks the shared quota: it alone waits while the database is slow. It starts with the first ask. */
@Singleton
class QuotaPool {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("shared-quota"));

    @Produces
    @Singleton
    @Named("quotaPool")
    Executor quotaPool() {
        return thread;
    }

    void stop(@Disposes @Named("quotaPool") Executor pool) {
        thread.shutdownNow();
    }
}
