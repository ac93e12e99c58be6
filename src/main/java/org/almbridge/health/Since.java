package org.almbridge.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes when something began. */
final class Since {

    private Since() {}

    static String of(Instant beginning) {
        return "since " + beginning.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param beginning epoch milliseconds */
    static String of(long beginning) {
        return of(Instant.ofEpochMilli(beginning));
    }
}
