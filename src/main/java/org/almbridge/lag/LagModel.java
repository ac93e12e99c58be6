package org.almbridge.lag;

/**
 * A histogram of the lag whose old observations fade. A lag is never seen, only that it lies between a probe that failed and one
 * that was accepted. So the histogram is fitted to the latest such intervals by expectation maximisation with smoothing (EMS): each
 * is shared out in proportion to what is held, and what comes of it is held next. What was known before these observations is the
 * base: at first ALM's published lag, even over 1 to 2 s. Not thread-safe.
 */
final class LagModel {

    private static final double PRIOR_FROM_MS = 1_000;
    private static final double PRIOR_UNTIL_MS = 2_000;
    private static final double PRIOR_WEIGHT = 20;

    /** Observations remembered once nothing has changed for long. */
    private static final double MEMORY = 500;

    /** Memory is half of what was observed since the last shift, so that what was assumed in ignorance fades first. */
    private static final double MEMORY_PER_OBSERVATION = 0.5;

    private static final double LEAST_MEMORY = 20;

    /** Each fit starts from the one before, so few rounds do. */
    private static final int ROUNDS = 10;

    /** Keeps the histogram from breaking into spikes, which plans would then be fitted to. */
    private static final double SMOOTHING = 0.15;

    /** No interval is held to be impossible. */
    private static final double FLOOR_PER_MS = 1e-7;

    /** The weight of everything that is longer than what was seen. */
    private static final double TAIL_WEIGHT = 0.5;

    private final AgeGrid grid;
    private final Observations latest;
    private double[] base;
    private double[] held;
    private double sinceShift;

    LagModel(AgeGrid grid) {
        this.grid = grid;
        this.latest = new Observations(grid);
        Observations prior = new Observations(grid);
        double end = grid.edge(grid.bins());
        prior.add(Math.min(PRIOR_FROM_MS, end / 2), Math.min(PRIOR_UNTIL_MS, end));
        this.base = Weights.scaled(prior.sharedOut(evenly(1)), PRIOR_WEIGHT);
        this.held = base;
    }

    /** A model that starts from what another held. */
    LagModel(AgeGrid grid, double[] held, double sinceShift) {
        this.grid = grid;
        this.latest = new Observations(grid);
        this.base = Weights.scaled(held, Math.min(1, MEMORY / Weights.sum(held)));
        this.held = base;
        this.sinceShift = sinceShift;
    }

    AgeGrid grid() {
        return grid;
    }

    /** Observations since the last shift; how long a new one is remembered depends on them. */
    double sinceShift() {
        return sinceShift;
    }

    /** What each bin weighs, in observations. */
    double[] fitted() {
        fit();
        return held.clone();
    }

    /** What everything weighs, in observations. */
    double weight() {
        return Weights.sum(base) + latest.weight();
    }

    /** Adds one observation: the lag lies after one age and not after another. */
    void observed(double afterMs, double untilMs) {
        sinceShift++;
        double memory = Math.min(MEMORY, Math.max(LEAST_MEMORY, MEMORY_PER_OBSERVATION * sinceShift));
        latest.fade(1 - 1 / memory);
        base = Weights.scaled(base, 1 - 1 / memory);
        latest.add(afterMs, untilMs);
    }

    /**
     * Starts anew after a shift: the latest observations stay, all else counts for little.
     *
     * @param weight most that all else may count for, in observations
     * @param recent how many of the latest observations stay
     */
    void shrinkTo(double weight, int recent) {
        fit();
        base = Weights.scaled(held, Math.min(1, weight / Weights.sum(held)));
        latest.keep(recent);
        held = Weights.plus(base, latest.sharedOut(evenly(1)));
        sinceShift = 0;
    }

    /** What the next lag may be: the histogram, and a thin tail over all longer lags. */
    LagDistribution distribution() {
        fit();
        double[] tail = new double[held.length];
        for (int bin = grid.bin(new LagDistribution(grid, held).quantile(0.5)); bin < tail.length; bin++) {
            double middle = (grid.edge(bin) + grid.edge(bin + 1)) / 2;
            tail[bin] = grid.width(bin) / (middle * middle);
        }
        return new LagDistribution(grid, Weights.plus(held, Weights.scaled(tail, TAIL_WEIGHT / Weights.sum(tail))));
    }

    private void fit() {
        double[] floor = evenly(FLOOR_PER_MS);
        for (int round = 0; round < ROUNDS; round++) {
            double[] shared = latest.sharedOut(Weights.plus(held, floor));
            held = Weights.plus(base, Weights.smoothed(shared, SMOOTHING));
        }
    }

    private double[] evenly(double perMs) {
        double[] even = new double[grid.bins()];
        for (int bin = 0; bin < even.length; bin++) {
            even[bin] = perMs * grid.width(bin);
        }
        return even;
    }
}
