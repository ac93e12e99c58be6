package org.almbridge.gate;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.almbridge.ledger.StateLedger;
import org.jboss.logging.Logger;

/** Keeps limits in the ledger, as {@code 600r/m 10} for rate and burst. */
@Singleton
class LimitLedger implements LimitMemory {

    private static final Logger LOG = Logger.getLogger(LimitLedger.class);
    private static final String NAME = "limit.";

    private final StateLedger state;

    LimitLedger(StateLedger state) {
        this.state = state;
    }

    @Override
    public Optional<Limit> limit(String verb) {
        try {
            return state.get(NAME + verb).map(text -> text.split(" ", 2)).flatMap(LimitLedger::limit);
        } catch (SQLException e) {
            LOG.warnf(
                    "The limit of %s calls cannot be read from the ledger (%s); ALM's next answer tells it",
                    verb, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Limit> limit(String[] rateAndBurst) {
        return Limit.announced(rateAndBurst[0], rateAndBurst.length < 2 ? null : rateAndBurst[1]);
    }

    /** Not awaited: ALM tells it again with every answer. */
    @Override
    public void keep(String verb, Limit limit) {
        state.put(NAME + verb, limit == null ? "" : limit.rateText() + " " + limit.burst());
    }
}
