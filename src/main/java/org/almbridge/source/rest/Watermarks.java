package org.almbridge.source.rest;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.almbridge.ledger.StateLedger;

/** Keeps for each source in the ledger how far it was read. */
@Singleton
class Watermarks {

    private static final String PREFIX = "watermark.";

    private final StateLedger state;

    Watermarks(StateLedger state) {
        this.state = state;
    }

    Optional<String> of(String source) throws SQLException {
        return state.get(PREFIX + source);
    }

    /** Returns when that is durable. */
    void move(String source, String watermark) {
        state.put(PREFIX + source, watermark).join();
    }
}
