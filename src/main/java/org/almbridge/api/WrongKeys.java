package org.almbridge.api;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** Counts wrong keys for each address within a minute; remembers a bounded number of addresses, the latest. */
@Singleton
class WrongKeys {

    static final int ALLOWED = 10;
    static final long WINDOW_MS = 60_000;
    static final int MAX_ADDRESSES = 10_000;

    private static final Logger LOG = Logger.getLogger(WrongKeys.class);

    private record Count(long since, int keys) {

        boolean isOver(long now) {
            return now - since >= WINDOW_MS;
        }
    }

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MAX_ADDRESSES;
        }
    };

    WrongKeys(Clock clock) {
        this.clock = clock;
    }

    /** Seconds for which wrong keys of this address are told to wait; 0 when the next one is counted. */
    synchronized long waitSeconds(String address) {
        Count count = counts.get(address);
        long now = clock.millis();
        return count == null || count.keys() < ALLOWED || count.isOver(now)
                ? 0
                : (count.since() + WINDOW_MS - now + 999) / 1000;
    }

    synchronized void note(String address) {
        long now = clock.millis();
        Count before = counts.remove(address);
        Count count =
                before == null || before.isOver(now) ? new Count(now, 1) : new Count(before.since(), before.keys() + 1);
        // behind all others, so that the one forgotten first is the one heard of least lately
        counts.put(address, count);
        if (count.keys() == ALLOWED) {
            LOG.warnf(
                    "%d wrong keys came from %s within a minute: further ones are told to wait, right ones get in",
                    ALLOWED, address);
        }
    }
}
