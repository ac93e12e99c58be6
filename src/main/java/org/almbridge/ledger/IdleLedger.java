package org.almbridge.ledger;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.almbridge.LedgerChoice;

/** A ledger that is read or filled as a whole, kept from the bridges meanwhile when it is a file. */
public final class IdleLedger implements AutoCloseable {

    private final Store store;
    private final LedgerFile file;

    private IdleLedger(Store store, LedgerFile file) {
        this.store = store;
        this.file = file;
    }

    /** @throws ConfigurationException when the URL names no usable file, or another process holds it */
    public static IdleLedger hold(String url) {
        return new IdleLedger(Store.of(url), LedgerChoice.isShared(url) ? null : LedgerFile.acquire(url));
    }

    /** Whether there is a file to read, which opening it would make; of a server only a connection can tell. */
    public static boolean isThere(String url) {
        return LedgerChoice.isShared(url)
                || Files.exists(Path.of(url.replaceFirst("^jdbc:sqlite:", "").replaceFirst("\\?.*", "")));
    }

    /**
     * Voids all claims, as no process is left that could have made them.
     *
     * @param nowMs epoch milliseconds, when the work that was claimed is due
     */
    public void freeClaims(Connection connection, long nowMs) throws SQLException {
        try (Sql sql = new Sql(connection, store)) {
            Claims.free(sql, "IS NOT NULL", nowMs);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
