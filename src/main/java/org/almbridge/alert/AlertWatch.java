package org.almbridge.alert;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.ledger.LedgerDatabase;
import org.jboss.logging.Logger;

/** Looks at everything at once; of what is in the ledger only while the ledger can be reached. */
@Singleton
class AlertWatch {

    private static final Logger LOG = Logger.getLogger(AlertWatch.class);

    private final LedgerDatabase ledger;
    private final Clock clock;
    private final AlertBook memory = new AlertMemory();
    private final AlertBook book;
    private final Watch withoutTheLedger;
    private final Watch withTheLedger;

    AlertWatch(
            @All List<Condition> conditions,
            LedgerDatabase ledger,
            AlertLedger book,
            Pace pace,
            AlertEndpoints endpoints,
            Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.book = book;
        this.withoutTheLedger = watch(conditions, false, pace, endpoints);
        this.withTheLedger = watch(conditions, true, pace, endpoints);
    }

    private static Watch watch(List<Condition> all, boolean needsTheLedger, Pace pace, AlertEndpoints endpoints) {
        return new Watch(
                all.stream()
                        .filter(condition -> condition.needsTheLedger() == needsTheLedger)
                        .toList(),
                pace,
                endpoints.all());
    }

    AlertRound look() throws SQLException {
        AlertRound round = new AlertRound();
        look(round, withoutTheLedger, memory);
        if (!ledger.isAway() && book.isUpToDate()) {
            try {
                look(round, withTheLedger, book);
            } catch (SQLException e) {
                LOG.debug("The ledger did not answer; the next look asks again", e);
            }
        }
        return round;
    }

    private void look(AlertRound round, Watch watch, AlertBook of) throws SQLException {
        Map<AlertKey, Standing> before = new HashMap<>(of.read());
        before.keySet().removeIf(key -> !watch.judges(key));
        round.add(of, before, watch.look(before, clock.millis()));
    }
}
