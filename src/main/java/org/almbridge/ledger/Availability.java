package org.almbridge.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells once that the store cannot be reached and once that it can again; says how long to wait in between. */
final class Availability {

    private static final Logger LOG = Logger.getLogger(Availability.class);

    private static final long FIRST_PAUSE_MS = 50;
    private static final int DOUBLINGS = 6;

    private final Store store;
    private final Clock clock;
    private volatile LedgerOutage outage;

    Availability(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    boolean isAway() {
        return outage != null;
    }

    Optional<LedgerOutage> outage() {
        return Optional.ofNullable(outage);
    }

    /** @param before failures of the same work before this one */
    long pauseMs(SQLException failure, int before) {
        // the first failure may be that of a connection that the server has closed long ago
        if (store.isAway(failure) && before > 0 && outage == null) {
            outage = new LedgerOutage(
                    clock.millis(), failure.getMessage().lines().findFirst().orElse(failure.getSQLState()));
            LOG.warnf("The ledger cannot be reached (%s); all work waits until it can", outage.reason());
        }
        return FIRST_PAUSE_MS << Math.min(before, DOUBLINGS);
    }

    void reached() {
        if (outage != null) {
            LOG.infof(
                    "The ledger answers again after %d s",
                    Duration.ofMillis(clock.millis() - outage.since()).toSeconds());
            outage = null;
        }
    }
}
