package org.almbridge.ledger;

import jakarta.inject.Singleton;

/** Waits for what was written to the ledger before. */
@Singleton
public class LedgerBarrier {

    private final LedgerDatabase database;

    LedgerBarrier(LedgerDatabase database) {
        this.database = database;
    }

    public void pass() {
        database.write(sql -> null).join();
    }
}
