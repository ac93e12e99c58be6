package org.almbridge.ledger;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.GroupCommit.Work;

/**
 * The ledger of another process, which may be at work on it: it is read, neither locked nor written to. Its schema must be
 * the one of this release.
 */
final class ForeignLedger implements LedgerView, AutoCloseable {

    /** What SQLite's driver calls a file that is only read. */
    private static final Map<String, String> READ_ONLY = Map.of("open_mode", "1", "busy_timeout", "10000");

    private final Connection connection;
    private final Store store;

    private ForeignLedger(Connection connection, Store store) {
        this.connection = connection;
        this.store = store;
    }

    /**
     * @param migrations versions of the schema of this release
     * @throws ConfigurationException when it cannot be read
     */
    static ForeignLedger open(BridgeConfig.Ledger config, Set<String> migrations) {
        try {
            Connection connection = Store.of(config.url()).connect(config.url(), properties(config));
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            ForeignLedger ledger = new ForeignLedger(connection, Store.of(config.url()));
            ledger.refuseOtherReleases(migrations);
            return ledger;
        } catch (SQLException e) {
            throw new ConfigurationException("bridge.ledger.url: the ledger cannot be read ("
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                    + "). Give the ledger of a bridge, and run this in the bridge's working directory.");
        }
    }

    private static Properties properties(BridgeConfig.Ledger config) {
        Properties properties = new Properties();
        if (Store.of(config.url()) == Store.SQLITE) {
            properties.putAll(READ_ONLY);
        } else {
            config.username().ifPresent(username -> properties.put("user", username));
            config.password().ifPresent(password -> properties.put("password", password));
        }
        return properties;
    }

    private void refuseOtherReleases(Set<String> migrations) throws SQLException {
        List<String> applied = read(sql -> sql.query(
                "SELECT version FROM flyway_schema_history WHERE version IS NOT NULL", row -> row.getString(1)));
        // one with a point is of one store alone
        Set<String> there = applied.stream()
                .filter(version -> !version.contains("."))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!migrations.containsAll(there)) {
            throw new ConfigurationException(
                    "bridge.ledger.url: a newer release has worked on this ledger. Plan with that release.");
        }
        if (!there.containsAll(migrations)) {
            throw new ConfigurationException(
                    "bridge.ledger.url: this ledger is of an older release. Plan with that release,"
                            + " or start a bridge of this one on it once, which brings it up to date.");
        }
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        try (Sql sql = new Sql(connection, store)) {
            T result = work.run(sql);
            connection.commit();
            return result;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
