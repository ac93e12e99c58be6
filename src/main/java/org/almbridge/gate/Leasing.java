package org.almbridge.gate;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.almbridge.ledger.LedgerSource;
import org.jboss.logging.Logger;

/** Asks the quota that several bridges share, on a thread that may wait for the database. */
@Singleton
class Leasing {

    /** For a bridge that has ALM's limit to itself. */
    static final Leasing NONE = new Leasing(null, Runnable::run);

    private static final Logger LOG = Logger.getLogger(Leasing.class);

    private final SharedQuota quota;
    private final Executor thread;
    private volatile boolean away;

    @Inject
    Leasing(LedgerSource ledger, Clock clock, @Named("quotaPool") Executor thread) {
        this(ledger.isShared() ? BucketQuota.in(ledger.dataSource(), clock) : null, thread);
    }

    /**
     * @param quota  {@code null} when it is not shared
     * @param thread runs one ask after the other
     */
    Leasing(SharedQuota quota, Executor thread) {
        this.quota = quota;
        this.thread = thread;
    }

    boolean isShared() {
        return quota != null;
    }

    /** One of the two is told, on the asking thread; neither of them when the bridge has stopped. */
    void ask(String verb, Ask ask, Consumer<Grant> granted, Runnable notAnswered) {
        try {
            thread.execute(() -> {
                Grant grant = draw(verb, ask);
                if (grant == null) {
                    notAnswered.run();
                } else {
                    granted.accept(grant);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The bridge has stopped: nobody waits any more", e);
        }
    }

    private Grant draw(String verb, Ask ask) {
        try {
            Grant grant = quota.draw(verb, ask);
            if (away) {
                away = false;
                LOG.info("The quota in the ledger's database can be asked again; calls to ALM go on");
            }
            return grant;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warnf(
                        "The quota that the bridges share cannot be asked (%s): calls to ALM wait until the ledger's database"
                                + " answers again. Nothing is lost",
                        e.getMessage());
            }
            return null;
        }
    }
}
