package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/**
 * Hands out outcomes by the hundred, in the order in which they were written, one parcel at a time: a person's outcomes
 * must not overtake each other. One that the endpoint does not take holds the others up.
 */
@Singleton
class DueOutcomes implements LedgerQueue<OutcomeParcel> {

    private static final Logger LOG = Logger.getLogger(DueOutcomes.class);

    private static final int PARCEL = 500;

    private final LedgerDatabase database;
    private final Outbox outbox;
    private final BridgeConfig config;
    private final Clock clock;
    private final PendingWrites removals;
    private int tries;
    private long dueAt;

    DueOutcomes(LedgerDatabase database, Outbox outbox, BridgeConfig config, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.removals = new PendingWrites(database);
    }

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public int maxInFlight() {
        return outbox.isOpen() ? 1 : 0;
    }

    @Override
    public synchronized List<OutcomeParcel> claim(int max) {
        removals.repeatRefused();
        if (clock.millis() < dueAt) {
            return List.of();
        }
        List<Outcome> due = database.claim(
                sql -> sql.count("SELECT 1 FROM outcome LIMIT 1") > 0,
                sql -> sql.query(
                        "SELECT number, id, learner_key, document FROM outcome ORDER BY number LIMIT ?",
                        row -> new Outcome(
                                row.getLong("number"),
                                row.getString("id"),
                                row.getString("learner_key"),
                                row.getString("document")),
                        PARCEL));
        return due.isEmpty() ? List.of() : List.of(new OutcomeParcel(due));
    }

    @Override
    public void give(OutcomeParcel parcel, Exchange exchange) {
        exchange.setVariable("parcel", parcel);
    }

    @Override
    public synchronized void takeBack(OutcomeParcel parcel, Exchange exchange) {
        remove(parcel.taken());
        if (parcel.isTaken()) {
            if (tries > 0) {
                LOG.info("bridge.outcomes.endpoint takes outcomes again");
            }
            tries = 0;
            dueAt = 0;
        } else if (!LedgerQueue.isStop(exchange)) {
            tries = parcel.taken().isEmpty() ? tries + 1 : 1;
            long delay = config.retry().backOff(tries);
            dueAt = clock.millis() + delay;
            LOG.warnf(
                    "An outcome was not taken by bridge.outcomes.endpoint (%s); it and those behind it are kept and tried"
                            + " again in %d ms",
                    exchange.getException() == null
                            ? "no reason given"
                            : exchange.getException().getClass().getSimpleName(),
                    delay);
        }
    }

    /** By number and id, because a number is given anew once the table is empty, and a removal may be repeated. */
    private void remove(List<Outcome> taken) {
        if (!taken.isEmpty()) {
            removals.write(sql -> {
                for (Outcome outcome : taken) {
                    sql.update("DELETE FROM outcome WHERE number = ? AND id = ?", outcome.number(), outcome.id());
                }
                return null;
            });
        }
    }
}
