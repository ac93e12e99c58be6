package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.almbridge.ledger.StateLedger;
import org.jboss.logging.Logger;

/** Keeps what is known of ALM's lag with everything else that must outlive the process. */
@Singleton
class LagLedger implements LagStore {

    private static final Logger LOG = Logger.getLogger(LagLedger.class);

    private final StateLedger ledger;

    LagLedger(StateLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<String> kept(String name) {
        try {
            return ledger.get(name);
        } catch (SQLException e) {
            LOG.warnf(
                    "What is known of ALM's lag cannot be read from the ledger (%s); it is learned again",
                    e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void keep(String name, String snapshot) {
        ledger.put(name, snapshot);
    }
}
