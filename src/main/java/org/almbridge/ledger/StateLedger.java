package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
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

    public CompletableFuture<?> put(String name, String value) {
        return database.write(sql -> sql.update("""
                INSERT INTO state (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""", name, value));
    }
}
