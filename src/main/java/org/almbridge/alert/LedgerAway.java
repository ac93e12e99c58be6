package org.almbridge.alert;

import jakarta.inject.Singleton;
import java.util.List;
import org.almbridge.ledger.LedgerDatabase;

/** The ledger's server cannot be reached. Every bridge tells what it sees: who else does, only the ledger would know. */
@Singleton
class LedgerAway implements Condition {

    static final String ALERT = "LedgerAway";

    private final LedgerDatabase ledger;

    LedgerAway(LedgerDatabase ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Finding> findings() {
        return ledger.isAway()
                ? List.of(new Finding(
                        ALERT,
                        Severity.CRITICAL,
                        "The ledger cannot be reached; all work waits, and the API answers 503.",
                        "See to PostgreSQL and the way there. The bridge goes on by itself, and nothing is lost.",
                        null))
                : List.of();
    }

    @Override
    public boolean judges(AlertKey key) {
        return key.alert().equals(ALERT);
    }

    @Override
    public boolean needsTheLedger() {
        return false;
    }
}
