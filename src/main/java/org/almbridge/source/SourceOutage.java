package org.almbridge.source;

import java.time.Duration;
import java.time.Instant;

/**
 * Is a server that a source could not use since some moment, with the time of the next try.
 *
 * @param tries tries that have failed so far, from 1
 * @param told when a line in the log last told of it
 * @param reason what that line said
 */
record SourceOutage(Instant since, int tries, Instant next, Instant told, String reason) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS = 6;
    private static final Duration REPEAT = Duration.ofMinutes(15);

    /**
     * One more failure; the next try waits twice as long as the last one did, from 1 s to 64 s.
     *
     * @param before the outage so far, {@code null} when this is the first failure
     */
    static SourceOutage after(SourceOutage before, Instant now, String reason) {
        int tries = before == null ? 1 : before.tries + 1;
        boolean tell = before == null || !before.reason.equals(reason) || !now.isBefore(before.told.plus(REPEAT));
        return new SourceOutage(
                before == null ? now : before.since,
                tries,
                now.plus(FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS))),
                tell ? now : before.told,
                reason);
    }

    /** Whether the failure at that moment deserves a line of its own. */
    boolean isToldAt(Instant now) {
        return told.equals(now);
    }

    boolean restsAt(Instant now) {
        return now.isBefore(next);
    }
}
