package org.almbridge.lag;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Notices that ALM's index has stopped: several users are overdue and nobody gets in. While an incident is open, one canary at a time
 * is let through, and users do not age, so nobody is given up because of it. Thread-safe. Times are epoch milliseconds.
 */
public final class LagIncident {

    private static final int OVERDUE_LEARNERS = 3;
    private static final String VERSION = "1";
    private static final String OPEN = "open";
    private static final String OVER = "over";

    /**
     * What an accepted user means.
     *
     * @param ended  it ended the incident: tell the log, the ledger and {@link Lag#incidentEnded()}, in this order
     * @param counts its lag is an observation for {@link Lag#accepted}, to be made after the end was told
     */
    public record Acceptance(boolean ended, boolean counts) {}

    private final Clock clock;
    private final long windowMs;
    private final LongSupplier overdueAfterMs;
    private final Set<String> overdue = new HashSet<>();
    private CanarySchedule canary;
    private long openedAt;
    private long endedAt;

    /**
     * @param windowMs       how long a user is young, in milliseconds
     * @param overdueAfterMs the age from which a user who is not seen is overdue; asked for each failed probe
     */
    public LagIncident(Clock clock, long windowMs, LongSupplier overdueAfterMs) {
        this.clock = clock;
        this.windowMs = windowMs;
        this.overdueAfterMs = overdueAfterMs;
    }

    /**
     * ALM did not see a user. The call is what counts and not its answer, which a bridge that stood still reads late.
     *
     * @param createdAt when the answer came that created the user
     * @param calledAt  when the call went out
     * @return whether this opened an incident
     */
    public synchronized boolean probeFailed(String learnerKey, long createdAt, long calledAt) {
        long age = calledAt - youngSince(createdAt);
        if (isOpen() || age > windowMs || age <= overdueAfterMs.getAsLong()) {
            return false;
        }
        overdue.add(learnerKey);
        if (overdue.size() < OVERDUE_LEARNERS) {
            return false;
        }
        overdue.clear();
        openedAt = clock.millis();
        canary = new CanarySchedule(openedAt);
        return true;
    }

    /**
     * ALM saw a user whom this bridge has created. One who was long known proves nothing, neither before an incident nor in it.
     *
     * @param createdAt when the answer came that created the user
     */
    public synchronized Acceptance accepted(long createdAt) {
        long now = clock.millis();
        boolean ended = isOpen() && createdAt >= openedAt - windowMs;
        if (ended) {
            canary = null;
            endedAt = now;
            return new Acceptance(true, now - createdAt <= windowMs);
        }
        if (isYoung(createdAt)) {
            overdue.clear();
        }
        return new Acceptance(false, !isOpen() && createdAt >= endedAt);
    }

    public synchronized boolean isOpen() {
        return canary != null;
    }

    /** Whether a canary would be granted now. */
    public synchronized boolean isCanaryDue() {
        return isOpen() && canary.isDue(clock.millis());
    }

    /** Grants one probe when it is due; whoever gets true makes it. */
    public synchronized boolean takeCanary() {
        boolean granted = isCanaryDue();
        if (granted) {
            canary.taken(clock.millis());
        }
        return granted;
    }

    /** When the next canary is due; 0 when no incident is open. */
    public synchronized long canaryDueAt() {
        return isOpen() ? canary.dueAt() : 0;
    }

    /** When the latest incident opened; 0 when there was none. */
    public synchronized long openedAt() {
        return openedAt;
    }

    /** When the latest incident that is over ended; 0 when there was none. */
    public synchronized long endedAt() {
        return endedAt;
    }

    /** From when the window of a user counts: an incident gives everybody a new one. */
    public synchronized long youngSince(long createdAt) {
        return isOpen() ? Math.max(createdAt, clock.millis()) : Math.max(createdAt, endedAt);
    }

    /** Whether ALM's index may not know the user yet. */
    public synchronized boolean isYoung(long createdAt) {
        return clock.millis() - youngSince(createdAt) <= windowMs;
    }

    /** What must survive a restart; it changes when an incident opens or ends. */
    public synchronized String snapshot() {
        return VERSION + ";" + (isOpen() ? OPEN : OVER) + ";" + openedAt + ";" + endedAt;
    }

    /** @return false, and nothing has changed, when the text is not a snapshot of this version */
    public synchronized boolean restore(String snapshot) {
        String[] parts = snapshot.split(";", -1);
        if (parts.length != 4
                || !VERSION.equals(parts[0])
                || !List.of(OPEN, OVER).contains(parts[1])) {
            return false;
        }
        try {
            long opened = Long.parseLong(parts[2]);
            long ended = Long.parseLong(parts[3]);
            openedAt = opened;
            endedAt = ended;
        } catch (NumberFormatException damaged) {
            return false;
        }
        overdue.clear();
        canary = OPEN.equals(parts[1]) ? CanarySchedule.resumed(openedAt, clock.millis()) : null;
        return true;
    }
}
