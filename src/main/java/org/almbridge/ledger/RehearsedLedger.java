package org.almbridge.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.almbridge.BridgeConfig;

/**
 * The ledger that rehearsals go by: that of this process, but in the profile plan, whose own one is empty, that of the
 * bridge.
 */
@Singleton
public class RehearsedLedger {

    private final LedgerDatabase own;
    private final StateLedger state;
    private final RehearsalSchema schema;
    private final BridgeConfig config;
    private LedgerView view;

    RehearsedLedger(LedgerDatabase own, StateLedger state, RehearsalSchema schema, BridgeConfig config) {
        this.own = own;
        this.state = state;
        this.schema = schema;
        this.config = config;
    }

    /** @throws io.quarkus.runtime.configuration.ConfigurationException when the bridge's ledger cannot be read */
    synchronized LedgerView view() {
        if (view == null) {
            String url = config.ledger().url();
            // one that does not exist yet is as empty as the own one, and reading it would make it
            view = config.plan().enabled() && IdleLedger.isThere(url)
                    ? ForeignLedger.open(config.ledger(), schema.versions())
                    : own;
        }
        return view;
    }

    /**
     * Takes over what the bridge has learned of ALM, its limits and the refresh token of now among it.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the bridge's ledger cannot be read
     */
    public void learn() throws SQLException {
        LedgerView foreign = view();
        if (foreign == own) {
            return;
        }
        List<Map.Entry<String, String>> learned = foreign.read(sql -> sql.query(
                "SELECT name, value FROM state", row -> Map.entry(row.getString("name"), row.getString("value"))));
        learned.forEach(entry -> state.put(entry.getKey(), entry.getValue()).join());
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        if (view instanceof ForeignLedger foreign) {
            foreign.close();
        }
    }
}
