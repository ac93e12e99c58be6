package org.almbridge.metric;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.almbridge.DaemonThreads;
import org.almbridge.ledger.LedgerDatabase;
import org.almbridge.ledger.LedgerOverview;
import org.almbridge.ledger.LedgerOverviews;
import org.jboss.logging.Logger;

/**
 * An overview of the ledger that costs whoever asks nothing: it is taken anew on a thread of its own, no more often than
 * every 15 seconds and only when somebody asks. While the ledger is away the last one stays.
 */
@Singleton
class RecentOverview {

    private static final Logger LOG = Logger.getLogger(RecentOverview.class);

    private static final Duration GOOD_FOR = Duration.ofSeconds(15);

    /** Takes an overview. */
    interface Source {
        LedgerOverview take() throws SQLException;
    }

    private final Source source;
    private final BooleanSupplier away;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(DaemonThreads.named("ledger-overview"));
    private final AtomicBoolean underWay = new AtomicBoolean();
    private volatile LedgerOverview last = LedgerOverview.NOTHING;
    private volatile Instant takenAt;
    private volatile boolean failed;

    @Inject
    RecentOverview(LedgerOverviews overviews, LedgerDatabase ledger, Clock clock) {
        this(overviews::take, ledger::isAway, clock);
    }

    RecentOverview(Source source, BooleanSupplier away, Clock clock) {
        this.source = source;
        this.away = away;
        this.clock = clock;
    }

    /** Returns at once; what has changed since is in the answer to a later question. */
    LedgerOverview last() {
        if (isOld() && underWay.compareAndSet(false, true)) {
            try {
                thread.execute(this::take);
            } catch (RejectedExecutionException e) {
                underWay.set(false); // the bridge is stopping
            }
        }
        return last;
    }

    boolean isLedgerUp() {
        return !failed && !away.getAsBoolean();
    }

    private boolean isOld() {
        Instant before = takenAt;
        return before == null || !clock.instant().isBefore(before.plus(GOOD_FOR));
    }

    private void take() {
        try {
            last = source.take();
            failed = false;
        } catch (SQLException | RuntimeException e) {
            failed = true;
            LOG.debug("no overview of the ledger can be taken", e);
        } finally {
            takenAt = clock.instant();
            underWay.set(false);
        }
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
