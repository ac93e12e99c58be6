package org.almbridge.alert;

import java.util.HashMap;
import java.util.Map;

/** A book for what must be told while the ledger cannot be reached. */
final class AlertMemory implements AlertBook {

    private final Map<AlertKey, Standing> standings = new HashMap<>();

    @Override
    public Map<AlertKey, Standing> read() {
        return Map.copyOf(standings);
    }

    @Override
    public void put(Standing standing) {
        standings.put(standing.key(), standing);
    }

    @Override
    public void remove(AlertKey key) {
        standings.remove(key);
    }

    @Override
    public boolean isUpToDate() {
        return true;
    }
}
