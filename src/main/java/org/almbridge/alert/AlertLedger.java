package org.almbridge.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.almbridge.ledger.StateLedger;

/**
 * The book in the ledger, so that a restart, or another bridge that goes on watching, neither repeats what was told nor
 * forgets to tell that it is over. Nobody waits for a write: the watch must see it when the ledger cannot be reached.
 */
@Singleton
class AlertLedger implements AlertBook {

    private static final String PREFIX = "alert.";

    /** A release that knows of more may have been at work before. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final StateLedger state;
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    AlertLedger(StateLedger state) {
        this.state = state;
    }

    @Override
    public Map<AlertKey, Standing> read() throws SQLException {
        Map<AlertKey, Standing> standings = new HashMap<>();
        for (String json : state.startingWith(PREFIX).values()) {
            Standing standing = standing(json);
            standings.put(standing.key(), standing);
        }
        return standings;
    }

    private static Standing standing(String json) throws SQLException {
        try {
            return JSON.readValue(json, Standing.class);
        } catch (JsonProcessingException e) {
            throw new SQLException(
                    "a row of state, whose name begins with " + PREFIX + ", is no standing of an alert", e);
        }
    }

    @Override
    public void put(Standing standing) {
        try {
            last = state.put(PREFIX + standing.key(), JSON.writeValueAsString(standing));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers is always JSON", e);
        }
    }

    @Override
    public void remove(AlertKey key) {
        last = state.remove(PREFIX + key);
    }

    /** The ledger writes in order, so the last write stands for all. */
    @Override
    public boolean isUpToDate() {
        return last.isDone();
    }
}
