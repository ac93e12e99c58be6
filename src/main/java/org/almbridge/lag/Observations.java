package org.almbridge.lag;

/**
 * The latest observations, each of which says that a lag lay between two ages, with a weight that fades. Ages are kept as positions
 * on the grid: the bin and, as the fraction, where in it. Not thread-safe.
 */
final class Observations {

    private static final int MOST = 768;

    private final AgeGrid grid;
    private final double[] after = new double[MOST];
    private final double[] until = new double[MOST];
    private final double[] weight = new double[MOST];
    private int next;

    Observations(AgeGrid grid) {
        this.grid = grid;
    }

    void add(double afterMs, double untilMs) {
        after[next] = grid.position(afterMs);
        until[next] = grid.position(untilMs);
        weight[next] = 1;
        next = (next + 1) % MOST;
    }

    void fade(double factor) {
        for (int index = 0; index < MOST; index++) {
            weight[index] *= factor;
        }
    }

    /** Forgets all but the latest. */
    void keep(int latest) {
        for (int back = latest + 1; back <= MOST; back++) {
            weight[Math.floorMod(next - back, MOST)] = 0;
        }
    }

    double weight() {
        return Weights.sum(weight);
    }

    /**
     * Shares the observations out over the bins, each in proportion to what the bins of its interval are held to weigh.
     *
     * @param held above 0 in each bin
     */
    double[] sharedOut(double[] held) {
        double[] below = new double[held.length + 1];
        for (int bin = 0; bin < held.length; bin++) {
            below[bin + 1] = below[bin] + held[bin];
        }
        double[] cover = new double[held.length + 2];
        for (int index = 0; index < MOST; index++) {
            if (weight[index] > 0) {
                double mass = below(below, until[index]) - below(below, after[index]);
                double factor = weight[index] / mass;
                step(cover, after[index], factor);
                step(cover, until[index], -factor);
            }
        }
        double[] shared = new double[held.length];
        double level = 0;
        for (int bin = 0; bin < held.length; bin++) {
            level += cover[bin];
            shared[bin] = Math.max(0, level) * held[bin];
        }
        return shared;
    }

    private static double below(double[] below, double position) {
        int bin = (int) position;
        return bin + 1 < below.length
                ? below[bin] + (position - bin) * (below[bin + 1] - below[bin])
                : below[below.length - 1];
    }

    /** From the position on, all bins are covered by so much more. */
    private static void step(double[] cover, double position, double factor) {
        int bin = (int) position;
        cover[bin] += factor * (1 - (position - bin));
        cover[bin + 1] += factor * (position - bin);
    }
}
