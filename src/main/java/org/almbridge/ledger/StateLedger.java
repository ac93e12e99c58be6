package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Keeps small facts that must outlive a restart, by name. */
@Singleton
public class StateLedger {

    private final LedgerDatabase database;

    StateLedger(LedgerDatabase database) {
        this.database = database;
    }

    public Optional<String> get(String name) throws SQLException {
        return database.read(
                sql -> sql.first("SELECT value FROM state WHERE name = ?", row -> row.getString("value"), name));
    }

    /** All whose names begin so, by name. */
    public Map<String, String> startingWith(String prefix) throws SQLException {
        return database.read(sql -> startingWith(sql, prefix));
    }

    /** The same within a transaction. */
    static Map<String, String> startingWith(Sql sql, String prefix) throws SQLException {
        Map<String, String> found = new TreeMap<>();
        // not by LIKE, to which characters of a name may mean something
        sql.each(
                "SELECT name, value FROM state WHERE substr(name, 1, ?) = ?",
                row -> found.put(row.getString("name"), row.getString("value")),
                prefix.length(),
                prefix);
        return found;
    }

    public CompletableFuture<?> remove(String name) {
        return database.write(sql -> sql.update("DELETE FROM state WHERE name = ?", name));
    }

    public CompletableFuture<?> put(String name, String value) {
        return database.write(sql -> sql.update("""
                INSERT INTO state (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""", name, value));
    }
}
