package org.almbridge.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almbridge.ledger.IdleLedger;

/** Fills an empty ledger from the file of an export: with all of it, or with nothing. */
final class Import {

    private final Store store;
    private final Clock clock;
    private final Interruption interruption;

    Import(Store store, Clock clock, Interruption interruption) {
        this.store = store;
        this.clock = clock;
        this.interruption = interruption;
    }

    /** @return the number of rows of each table */
    Map<String, Long> from(Path path) throws IOException, SQLException, TransferException {
        if (!Files.isRegularFile(path)) {
            throw new TransferException("bridge.transfer.file: there is no file " + path
                    + ". Give the one that the export" + " has written.");
        }
        IdleLedger held = IdleLedger.hold(store.url());
        try (held;
                LedgerReader reader = new LedgerReader(path)) {
            Schema schema = new Schema(store.flyway());
            reader.begin(schema.ofThisRelease());
            if (!schema.isMissing() && (schema.isNewer() || schema.isOlder())) {
                throw notEmpty();
            }
            store.flyway().migrate();
            return fill(reader, held);
        }
    }

    private static TransferException notEmpty() {
        return new TransferException(
                "bridge.ledger.url: this ledger is not empty, and an import fills a new one only. Give a"
                        + " new database, or a SQLite file that is not there yet.");
    }

    private Map<String, Long> fill(LedgerReader reader, IdleLedger held)
            throws IOException, SQLException, TransferException {
        try (Transaction transaction = store.begin()) {
            Connection connection = transaction.connection();
            keepBridgesAway(connection);
            for (String table : Tables.OF_THE_LEDGER) {
                if (Store.has(connection, table)) {
                    throw notEmpty();
                }
            }
            Map<String, Long> rows = rows(connection, reader);
            held.freeClaims(connection, clock.millis());
            if (store.isShared()) {
                goOnBehindTheLastOutcome(connection);
            }
            connection.commit();
            return rows;
        }
    }

    /** A bridge that starts meanwhile waits with its entry until the ledger is full; so does another import. */
    private void keepBridgesAway(Connection connection) throws SQLException, TransferException {
        if (store.isShared()) {
            execute(connection, "LOCK TABLE node IN SHARE ROW EXCLUSIVE MODE");
            store.refuseWhileABridgeWorks(connection);
        }
    }

    private Map<String, Long> rows(Connection connection, LedgerReader reader)
            throws IOException, SQLException, TransferException {
        Map<String, Long> rows = new LinkedHashMap<>();
        Tables.OF_THE_LEDGER.forEach(table -> rows.put(table, 0L));
        try (Fillers fillers = new Fillers(connection)) {
            for (JsonNode line = reader.next(); line != null; line = reader.next()) {
                interruption.check();
                if (line.has("end")) {
                    fillers.flush();
                    finish(reader, line.get("end"), rows);
                    return rows;
                }
                String table = line.path("table").asText();
                if (!rows.containsKey(table) || !line.path("row").isObject()) {
                    throw reader.wrong("is no row of a table of the ledger");
                }
                fillers.of(table).add(reader, line.get("row"));
                rows.merge(table, 1L, Long::sum);
            }
        }
        throw reader.cut();
    }

    private static void finish(LedgerReader reader, JsonNode said, Map<String, Long> rows)
            throws IOException, TransferException {
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            if (said.path(table.getKey()).asLong(-1) != table.getValue()) {
                throw reader.wrong("says another number of rows of table " + table.getKey() + " than came before it");
            }
        }
        if (reader.next() != null) {
            throw reader.wrong("comes after the end mark");
        }
    }

    /** Without any, nothing is set. */
    private static void goOnBehindTheLastOutcome(Connection connection) throws SQLException {
        execute(connection, "SELECT setval('outcome_number', (SELECT max(number) FROM outcome))");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
