package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.almbridge.EscalationEndpoints;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Hands out escalations that people have not been told of yet, again and again until the endpoint takes them. */
@Singleton
class DueDeliveries implements LedgerQueue<Delivery> {

    private static final Logger LOG = Logger.getLogger(DueDeliveries.class);

    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT escalation_id, endpoint FROM delivery
                WHERE due_at <= ? AND claimed_by IS NULL AND endpoint = ? ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE delivery SET due_at = NULL, claimed_by = ?
            WHERE (escalation_id, endpoint) IN (SELECT escalation_id, endpoint FROM due)
            RETURNING escalation_id, tries""";

    private static final String REFUSED = """
            UPDATE delivery SET tries = tries + 1, claimed_by = NULL, due_at = ?
            WHERE escalation_id = ? AND endpoint = ?""";

    /** Bounded for each endpoint alone, so that one that never answers holds up no other. */
    private static final int IN_FLIGHT_PER_ENDPOINT = 10;

    private record Claim(String escalationId, int tries) {}

    private final LedgerDatabase database;
    private final BridgeConfig config;
    private final EscalationEndpoints endpoints;
    private final Clock clock;
    private final PendingWrites outcomes;

    DueDeliveries(LedgerDatabase database, BridgeConfig config, EscalationEndpoints endpoints, Clock clock) {
        this.database = database;
        this.config = config;
        this.endpoints = endpoints;
        this.clock = clock;
        this.outcomes = new PendingWrites(database);
    }

    @Override
    public String name() {
        return "escalations";
    }

    @Override
    public int maxInFlight() {
        return IN_FLIGHT_PER_ENDPOINT * endpoints.count();
    }

    @Override
    public List<Delivery> claim(int max) {
        outcomes.repeatRefused();
        return database.claim(
                sql -> sql.count(
                                "SELECT 1 FROM delivery WHERE due_at <= ? AND claimed_by IS NULL LIMIT 1",
                                clock.millis())
                        > 0,
                sql -> {
                    List<Delivery> deliveries = new ArrayList<>();
                    for (int endpoint = 0; endpoint < endpoints.count(); endpoint++) {
                        for (Claim claim : claims(sql, endpoint, max - deliveries.size())) {
                            deliveries.add(new Delivery(
                                    EscalationRows.find(sql, claim.escalationId())
                                            .orElseThrow(),
                                    endpoint,
                                    claim.tries(),
                                    database.epoch()));
                        }
                    }
                    return deliveries;
                });
    }

    /** An endpoint taken out of the configuration keeps what it was not told, until its place is filled again. */
    private List<Claim> claims(Sql sql, int endpoint, int max) throws SQLException {
        long underWay = sql.count(
                "SELECT count(*) FROM delivery WHERE endpoint = ? AND claimed_by = ?", endpoint, database.epoch());
        return sql.query(
                CLAIM,
                row -> new Claim(row.getString("escalation_id"), row.getInt("tries")),
                clock.millis(),
                endpoint,
                Math.max(0, Math.min(max, IN_FLIGHT_PER_ENDPOINT - underWay)),
                database.epoch());
    }

    @Override
    public void give(Delivery delivery, Exchange exchange) {
        exchange.setVariable("delivery", delivery);
    }

    /** A due time set meanwhile stays: the escalation was opened anew while the old state was on its way. */
    @Override
    public void takeBack(Delivery delivery, Exchange exchange) {
        String id = delivery.escalation().id();
        if (exchange.getException() == null) {
            outcomes.write(
                    delivery.claimedIn(),
                    sql -> sql.update(
                            "UPDATE delivery SET delivered_at = ?, claimed_by = NULL WHERE escalation_id = ? AND endpoint = ?",
                            clock.millis(),
                            id,
                            delivery.endpoint()));
            return;
        }
        if (LedgerQueue.isStop(exchange)) {
            return; // the endpoint has refused nothing, and the next start voids the claim
        }
        long delay = config.retry().backOff(delivery.tries() + 1);
        LOG.warnf(
                "Escalation %s was not taken by bridge.escalation.endpoints[%d] (%s); it is kept and tried again in %d ms",
                id, delivery.endpoint(), exchange.getException().getClass().getSimpleName(), delay);
        outcomes.write(
                delivery.claimedIn(), sql -> sql.update(REFUSED, clock.millis() + delay, id, delivery.endpoint()));
    }
}
