package org.almbridge.transfer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almbridge.PrivateFile;
import org.almbridge.ledger.IdleLedger;

/** Writes a ledger, as it is at one moment, to a file that its owner alone may read. */
final class Export {

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Store store;
    private final Interruption interruption;

    Export(Store store, Interruption interruption) {
        this.store = store;
        this.interruption = interruption;
    }

    /**
     * @param path of a file that is not there yet, and is not when this fails
     * @return the number of rows of each table
     */
    Map<String, Long> to(Path path) throws IOException, SQLException, TransferException {
        if (!IdleLedger.isThere(store.url())) {
            throw nothingThere();
        }
        IdleLedger held = IdleLedger.hold(store.url());
        try (held;
                Transaction transaction = store.begin()) {
            return write(transaction.connection(), path);
        }
    }

    private Map<String, Long> write(Connection connection, Path path)
            throws IOException, SQLException, TransferException {
        if (store.isShared()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
        }
        Schema schema = new Schema(store.flyway());
        refuseOtherReleases(schema);
        store.refuseWhileABridgeWorks(connection);
        return write(connection, schema.ofThisRelease(), path);
    }

    private static void refuseOtherReleases(Schema schema) throws TransferException {
        if (schema.isMissing()) {
            throw nothingThere();
        }
        if (schema.isNewer()) {
            throw new TransferException(
                    "bridge.ledger.url: a newer release has worked on this ledger. Export it with that" + " release.");
        }
        if (schema.isOlder()) {
            throw new TransferException(
                    "bridge.ledger.url: this ledger is of an older release. Export it with that release,"
                            + " or start a bridge of this one on it once, which brings it up to date, and stop it.");
        }
    }

    private static TransferException nothingThere() {
        return new TransferException(
                "bridge.ledger.url: there is no ledger. Give the one to export, and run the export in"
                        + " the bridge's working directory.");
    }

    private Map<String, Long> write(Connection connection, int schema, Path path)
            throws IOException, SQLException, TransferException {
        create(path);
        boolean complete = false;
        try (LedgerWriter writer = new LedgerWriter(path)) {
            writer.begin(schema);
            Map<String, Long> rows = new LinkedHashMap<>();
            for (String table : Tables.OF_THE_LEDGER) {
                rows.put(table, rows(connection, table, writer));
            }
            writer.end(rows);
            complete = true;
            return rows;
        } finally {
            if (!complete) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void create(Path path) throws IOException, TransferException {
        try {
            PrivateFile.create(path);
        } catch (FileAlreadyExistsException e) {
            throw new TransferException(
                    "bridge.transfer.file: " + path + " is there already, and nothing is overwritten."
                            + " Give another name, or delete it if nobody needs it any more.");
        }
    }

    private long rows(Connection connection, String table, LedgerWriter writer)
            throws IOException, SQLException, TransferException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                long number = 0;
                while (rows.next()) {
                    interruption.check();
                    writer.row(table, rows);
                    number++;
                }
                return number;
            }
        }
    }
}
