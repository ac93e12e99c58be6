package org.almbridge.gate;

/** How long a method rests that ALM has refused without saying for how long. */
final class BackOff {

    private static final long FIRST_MS = 1_000;
    private static final int DOUBLINGS = 6;

    private BackOff() {}

    /** @param before refusals since a call was last accepted */
    static long milliseconds(int before) {
        return FIRST_MS << Math.min(before, DOUBLINGS);
    }
}
