package org.almbridge.gate;

/**
 * How many calls may be under way while ALM announces no limit: one until the first has ended, then twice as many from
 * one round trip to the next. A refusal halves it, and from then on it grows by one a round trip.
 */
final class Window {

    private final int most;
    private double size = 1;
    private boolean refused;
    private int before;

    Window(int most) {
        this.most = most;
    }

    boolean hasRoom(int underWay) {
        return underWay < (int) size;
    }

    void ended() {
        if (before > 0) {
            before--;
        } else {
            size = Math.min(most, size + (refused ? 1 / size : 1));
        }
    }

    /** Refusals of calls that were under way at the last one say the same once more. */
    void refused(int underWay) {
        if (before == 0) {
            size = Math.max(1, (int) Math.min(size, underWay) / 2);
            refused = true;
            before = underWay;
        }
    }
}
