package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Hands out batches that were held and are approved, again and again until all their rows have gone on. */
@Singleton
class ApprovedBatches implements LedgerQueue<HeldBatch> {

    private static final Logger LOG = Logger.getLogger(ApprovedBatches.class);

    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT id FROM batch WHERE due_at <= ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE batch SET due_at = NULL, claimed_by = ? WHERE id IN (SELECT id FROM due)
            RETURNING id, source, name""";

    private final LedgerDatabase database;
    private final BridgeConfig config;
    private final Clock clock;
    private final PendingWrites handBacks;

    ApprovedBatches(LedgerDatabase database, BridgeConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.handBacks = new PendingWrites(database);
    }

    @Override
    public String name() {
        return "approved";
    }

    /** One after the other: each is read as fast as the ledger writes. */
    @Override
    public int maxInFlight() {
        return 1;
    }

    @Override
    public List<HeldBatch> claim(int max) {
        handBacks.repeatRefused();
        return database.claim(
                sql -> sql.count("SELECT 1 FROM batch WHERE due_at <= ? LIMIT 1", clock.millis()) > 0,
                sql -> sql.query(
                        CLAIM,
                        row -> new HeldBatch(
                                row.getString("id"), row.getString("source"), row.getString("name"), database.epoch()),
                        clock.millis(),
                        max,
                        database.epoch()));
    }

    @Override
    public void give(HeldBatch batch, Exchange exchange) {
        exchange.setVariable("held", batch);
    }

    @Override
    public void takeBack(HeldBatch batch, Exchange exchange) {
        Long dueAt = dueAt(batch, exchange);
        handBacks.write(
                batch.claimedIn(),
                sql -> sql.update(
                        "UPDATE batch SET due_at = ?, claimed_by = NULL WHERE id = ? AND claimed_by = ?",
                        dueAt,
                        batch.id(),
                        batch.claimedIn()));
    }

    /** Epoch milliseconds, {@code null} when nothing is left to do. */
    private Long dueAt(HeldBatch batch, Exchange exchange) {
        if (exchange.getException() == null) {
            return null;
        }
        if (LedgerQueue.isStop(exchange)) {
            return clock.millis();
        }
        // by its kind, as a message may repeat a row; why a rule is not resolved has been told by the route's policy
        LOG.errorf(
                "%s from %s is approved but cannot go on (%s); it is tried again in %d ms",
                batch.name(),
                batch.source(),
                exchange.getException().getClass().getSimpleName(),
                config.retry().maxDelayMs());
        return clock.millis() + config.retry().maxDelayMs();
    }
}
