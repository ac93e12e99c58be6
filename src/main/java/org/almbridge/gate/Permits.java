package org.almbridge.gate;

/** What this bridge has leased and not used yet. */
final class Permits {

    private final double lapseMs;
    private int count;
    private double lastDueAt;
    private double gapMs;
    private long leasedAt;

    /** @param lapseMs milliseconds for which a due permit stays good; later, it might meet those that others use by then */
    Permits(double lapseMs) {
        this.lapseMs = lapseMs;
    }

    void add(Lease lease, long now) {
        if (lease.permits() > 0) {
            count += lease.permits();
            lastDueAt = lease.lastDueAt();
            gapMs = lease.gapMs();
            leasedAt = now;
        }
    }

    /** Milliseconds until so many are due; {@code Long.MAX_VALUE} when fewer are leased. */
    long waitMs(int permits, long now) {
        lapse(now);
        return permits > count ? Long.MAX_VALUE : Math.max(0, (long) Math.ceil(dueAt(permits) - now));
    }

    /** Leased ones, due or not. */
    int count(long now) {
        lapse(now);
        return count;
    }

    int due(long now) {
        lapse(now);
        int due = 0;
        while (due < count && dueAt(due + 1) <= now) {
            due++;
        }
        return due;
    }

    void take(int permits) {
        count -= permits;
    }

    void clear() {
        count = 0;
    }

    private double dueAt(int permit) {
        return lastDueAt - (count - permit) * gapMs;
    }

    private void lapse(long now) {
        while (count > 0 && Math.max(leasedAt, dueAt(1)) + lapseMs < now) {
            count--;
        }
    }
}
