package org.almbridge.trace;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.almbridge.ledger.BatchLedger;

/** Knows in which trace a batch came in, also one that another bridge has read; remembers the batches asked for last. */
@Singleton
class Origins {

    /** The header of the W3C's Trace Context, which the batch has kept. */
    private static final String W3C = "traceparent";

    private static final int REMEMBERED = 1_000;

    private final BatchLedger ledger;
    private final Map<String, Origin> origins = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
            return size() > REMEMBERED;
        }
    };

    Origins(BatchLedger ledger) {
        this.ledger = ledger;
    }

    synchronized Origin of(String batch) throws SQLException {
        Origin origin = origins.get(batch);
        if (origin == null) {
            origin = ledger.trace(batch)
                    .map(context -> new Origin(Map.of(W3C, context)))
                    .orElseGet(() -> new Origin(Map.of()));
            origins.put(batch, origin);
        }
        return origin;
    }
}
