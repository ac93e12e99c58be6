package org.almbridge.lag;

/** When one probe is let through during an incident: soon at first, and less than once a minute in the long run. */
final class CanarySchedule {

    private static final long[] WAITS_MS = {2_000, 6_000, 18_000, 54_000};
    private static final long LATER_MS = 90_000;

    private int taken;
    private long dueAt;

    CanarySchedule(long openedAt) {
        this.dueAt = openedAt + WAITS_MS[0];
    }

    /** Goes on with an incident of an earlier process, as if every canary due by now had been taken in time. */
    static CanarySchedule resumed(long openedAt, long now) {
        CanarySchedule schedule = new CanarySchedule(openedAt);
        while (schedule.dueAt <= now) {
            schedule.taken(schedule.dueAt);
        }
        return schedule;
    }

    boolean isDue(long now) {
        return now >= dueAt;
    }

    long dueAt() {
        return dueAt;
    }

    /** The next wait counts from now, so a canary that was late is not made up for. */
    void taken(long now) {
        taken++;
        dueAt = now + (taken < WAITS_MS.length ? WAITS_MS[taken] : LATER_MS);
    }
}
