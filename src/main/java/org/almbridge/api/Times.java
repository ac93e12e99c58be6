package org.almbridge.api;

import java.time.Instant;

/** Times as answers have them. */
final class Times {

    private Times() {}

    /** In UTC, as {@code 2026-05-04T07:00:00Z}; {@code null} for {@code null}. */
    static String text(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }

    /** The same for a time of which 0 means that there is none. */
    static String textOrNull(long millis) {
        return millis == 0 ? null : text(millis);
    }
}
