package org.almbridge.transfer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.almbridge.LedgerChoice;
import org.flywaydb.core.Flyway;

/**
 * Where a ledger is kept, and the way there.
 *
 * @param url    {@code bridge.ledger.url}
 * @param flyway knows the schema of this release, and brings it there
 */
record Store(String url, DataSource dataSource, Flyway flyway) {

    boolean isShared() {
        return LedgerChoice.isShared(url);
    }

    Transaction begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return new Transaction(connection);
    }

    /** On a file its lock says the same. */
    void refuseWhileABridgeWorks(Connection connection) throws SQLException, TransferException {
        if (isShared() && has(connection, "node")) {
            throw new TransferException(
                    "bridge.ledger.url: a bridge works on this ledger. Stop all that do. One that was"
                            + " killed has left its mark: start a bridge, which clears it after bridge.ledger.lease-ms, and stop"
                            + " it.");
        }
    }

    static boolean has(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM " + table + " LIMIT 1")) {
            return rows.next();
        }
    }
}
