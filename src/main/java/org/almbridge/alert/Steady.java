package org.almbridge.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Remembers since when alerts have been so, or have not, as this process sees it. */
final class Steady {

    private record Seen(boolean so, long since) {}

    private final Map<AlertKey, Seen> seen = new HashMap<>();

    /**
     * Notes what is seen now.
     *
     * @param finding {@code null} when it is not so
     * @return epoch milliseconds from which on that has been the same
     */
    long note(AlertKey key, Finding finding, long now) {
        boolean so = finding != null;
        Seen before = seen.get(key);
        if (before == null || before.so() != so) {
            seen.put(
                    key,
                    new Seen(so, so && finding.since() != null ? finding.since().toEpochMilli() : now));
        }
        return seen.get(key).since();
    }

    void keepOnly(Set<AlertKey> keys) {
        seen.keySet().retainAll(keys);
    }
}
