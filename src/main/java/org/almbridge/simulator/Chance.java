package org.almbridge.simulator;

import java.util.SplittableRandom;

/** Draws the random faults from a seed, so that a rehearsal can be repeated. */
final class Chance {

    private SplittableRandom random;

    Chance(long seed) {
        reseed(seed);
    }

    void reseed(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean hits(double rate) {
        return rate > 0 && random.nextDouble() < rate;
    }
}
