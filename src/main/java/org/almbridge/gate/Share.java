package org.almbridge.gate;

/**
 * What one bridge does with its part of a quota that several share. It leases blocks: as much as it can use at once, and no
 * more than falls due in a moment, so that the others' turns come soon. One ask at a time is under way.
 */
final class Share {

    private static final long BLOCK_MS = 100;
    private static final long LEAST_LAPSE_MS = 100;

    /** The ledger's database is missed by everybody at once: it is asked again soon when it is back. */
    private static final int FAILURES_THAT_COUNT = 3;

    private final Limit limit;
    private final int block;
    private final Permits calls;
    private final Permits starts = new Permits(Double.MAX_VALUE);
    private int owed;
    private boolean asking;
    private int failures;
    private long askAgainAt;
    private long restUntil;
    private long restTold;

    /** @param restUntil when ALM wants to be called again, in epoch milliseconds; past when it did not say so */
    Share(Limit limit, long restUntil) {
        this.limit = limit;
        this.restUntil = restUntil;
        this.block = (int) Math.max(1, limit.perMillisecond() * BLOCK_MS);
        this.calls = new Permits(Math.max(LEAST_LAPSE_MS, SharedLimit.wayMs(limit) / 2));
    }

    /** Milliseconds until the call may go, or until the quota may be asked; {@code Long.MAX_VALUE} while it is asked. */
    long waitMs(Call call, long now) {
        long wait = call.finishing() ? 0 : starts.waitMs(charge(call), now);
        if (wait == 0) {
            wait = calls.waitMs(1, now);
        }
        return wait == Long.MAX_VALUE && !asking && now < askAgainAt ? askAgainAt - now : wait;
    }

    void take(Call call) {
        calls.take(1);
        if (call.finishing()) {
            owed += call.charge();
        } else {
            starts.take(charge(call));
        }
    }

    /** ALM wants no call until then, from no bridge. */
    void rest(long until) {
        restUntil = Math.max(restUntil, until);
        calls.clear();
    }

    /**
     * @param room calls that this bridge could make at once, for all it knows
     * @return {@code null} when there is nothing to ask for, or this is not the time
     */
    Ask ask(Lanes lanes, int room, long now) {
        if (asking || now < askAgainAt) {
            return null;
        }
        Ask ask = new Ask(
                limit,
                calls.count(now) == 0 ? callsWanted(lanes, room, now) : 0,
                room == 0 ? 0 : startsWanted(lanes, now),
                owed,
                restUntil > restTold ? Math.max(0, restUntil - now) : 0);
        if (ask.isNothing()) {
            return null;
        }
        asking = true;
        return ask;
    }

    private int callsWanted(Lanes lanes, int room, long now) {
        int finishing = lanes.finishing(Math.min(room, Math.max(block, SharedLimit.capacity(limit))));
        int free = Math.min(room, block) - finishing;
        return free <= 0 ? finishing : finishing + lanes.starting(free, this::charge, starts.due(now));
    }

    private int startsWanted(Lanes lanes, long now) {
        Passage first = lanes.firstToStart();
        return first == null || charge(first.call()) <= starts.count(now)
                ? 0
                : Math.max(charge(first.call()) - starts.count(now), lanes.charges(block, this::charge));
    }

    /** What a learner brings along takes its time anyway; more than the bucket holds would never be there at once. */
    private int charge(Call call) {
        return Math.min(call.charge(), Pace.ahead(limit));
    }

    void granted(Ask ask, Grant grant, long now) {
        asking = false;
        failures = 0;
        owed -= ask.owed();
        restTold = Math.max(restTold, now + ask.restMs());
        starts.add(grant.starts(), now);
        if (now >= restUntil) {
            calls.add(grant.calls(), now);
        }
    }

    void notAnswered(long now) {
        asking = false;
        askAgainAt = now + BackOff.milliseconds(failures);
        failures = Math.min(failures + 1, FAILURES_THAT_COUNT);
    }
}
