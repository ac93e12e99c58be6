package org.almbridge.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Who may call ALM by one HTTP method; used under its own lock. */
final class VerbGate {

    /** A limit that is known bounds the calls under way too, or those that a slow ALM holds up would come all at once. */
    private static final int PER_CONNECTION = 2;

    /** Without one the route around a call, which waits for the ledger, must not hold up the connections. */
    private static final int PER_CONNECTION_UNLIMITED = 8;

    /** Before ALM has answered at all, it may turn out to allow next to nothing. */
    private static final int LEARNERS_AT_FIRST = 64;

    private final String name;
    private final int connections;
    private final boolean shared;
    private final Lanes lanes = new Lanes();
    private final Set<Passage> underWay = new HashSet<>();
    private final Window window;
    private Pace pace;
    private Share share;
    private long closedUntil;
    private boolean answered;
    private int refusals;
    private int ended;
    private long wakeAt = Long.MAX_VALUE;

    /** @param shared whether other bridges draw from the same limit */
    VerbGate(String name, int connections, boolean shared) {
        this.name = name;
        this.connections = connections;
        this.shared = shared;
        this.window = new Window(PER_CONNECTION_UNLIMITED * connections);
    }

    String name() {
        return name;
    }

    void enter(Passage passage) {
        lanes.add(passage);
    }

    /** The calls whose turn it is. */
    List<Passage> next(long now) {
        List<Passage> next = new ArrayList<>();
        for (Passage first = lanes.peek(); first != null && waitMs(first, now) == 0; first = lanes.peek()) {
            lanes.remove();
            first.passed(now);
            underWay.add(first);
            if (pace != null) {
                pace.take(first, now);
            }
            if (share != null) {
                share.take(first.call());
            }
            next.add(first);
        }
        return next;
    }

    /** Milliseconds until it may be somebody's turn; {@code Long.MAX_VALUE} when time alone does not bring it. */
    long waitMs(long now) {
        Passage first = lanes.peek();
        return first == null ? Long.MAX_VALUE : waitMs(first, now);
    }

    private long waitMs(Passage first, long now) {
        if (now < closedUntil) {
            return closedUntil - now;
        }
        if (pace == null) {
            return window.hasRoom(underWay.size()) ? 0 : Long.MAX_VALUE;
        }
        if (freeConnections() <= 0) {
            return Long.MAX_VALUE;
        }
        if (share == null) {
            return pace.waitMs(first.call(), now);
        }
        long wait = pace.quotaWaitMs(now);
        return wait > 0 ? wait : share.waitMs(first.call(), now);
    }

    private int freeConnections() {
        return PER_CONNECTION * connections - underWay.size();
    }

    /** {@code null} when nobody shares the limit or none is known. */
    Share share() {
        return share;
    }

    /** What to ask the shared quota for; {@code null} for nothing. */
    Ask ask(long now) {
        if (share == null) {
            return null;
        }
        int room = now < closedUntil ? 0 : Math.max(0, Math.min(freeConnections(), pace.room(now)));
        return share.ask(lanes, room, now);
    }

    void ended(Passage passage, long now) {
        if (underWay.remove(passage)) {
            ended++;
            window.ended();
            if (pace != null) {
                pace.ended(passage, now);
            }
        }
    }

    /** Takes a limit over; what ALM's bucket holds stays in it. */
    void limit(Limit limit, long now) {
        if (pace == null) {
            limit(limit, ended, now);
        } else if (!Objects.equals(limit, pace.limit())) {
            limit(limit, pace.level(now), now);
        }
    }

    /** For a start that does not know how much of the limit another process has used a moment ago; a shared quota does. */
    void usedUp(Limit limit, long now) {
        limit(limit, shared ? 0 : Double.MAX_VALUE, now);
    }

    private void limit(Limit limit, double level, long now) {
        pace = limit == null ? null : new Pace(limit, level, now, underWay);
        share = limit == null || !shared ? null : new Share(limit, closedUntil);
    }

    /** {@code null} while none is known. */
    Limit limit() {
        return pace == null ? null : pace.limit();
    }

    /** @param retryAfterMs what ALM asks for, {@code null} when it does not say */
    void refused(Long retryAfterMs, long now) {
        if (retryAfterMs != null) {
            closedUntil = Math.max(closedUntil, now + retryAfterMs);
        } else if (now >= closedUntil) { // or calls refused together would each double the rest
            closedUntil = now + BackOff.milliseconds(refusals++);
        }
        window.refused(underWay.size());
        if (pace != null) {
            pace.fill(now);
        }
        if (share != null) {
            share.rest(closedUntil);
        }
    }

    void answered() {
        answered = true;
    }

    /** Learners that may be under way, of {@code most}, when these calls are what they wait for. */
    int learners(int most, int bridges) {
        if (pace != null) {
            return Math.min(most, pace.learners(bridges));
        }
        return answered ? most : Math.min(most, LEARNERS_AT_FIRST);
    }

    void accepted() {
        refusals = 0;
    }

    boolean isWaitedFor() {
        return !lanes.isEmpty();
    }

    List<Passage> clear() {
        return lanes.removeAll();
    }

    /** Whether somebody must be told to come back at that time; true once for a time. */
    boolean mustWake(long at) {
        if (at >= wakeAt) {
            return false;
        }
        wakeAt = at;
        return true;
    }

    void awake() {
        wakeAt = Long.MAX_VALUE;
    }
}
