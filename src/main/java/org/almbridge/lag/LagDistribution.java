package org.almbridge.lag;

import java.util.Arrays;

/** How probable each lag is; unchangeable. */
final class LagDistribution {

    private final AgeGrid grid;
    private final double[] below;

    /** @param weights one for each bin, in any unit, their sum above 0 */
    LagDistribution(AgeGrid grid, double[] weights) {
        this.grid = grid;
        this.below = new double[weights.length + 1];
        for (int bin = 0; bin < weights.length; bin++) {
            below[bin + 1] = below[bin] + weights[bin];
        }
        double all = below[weights.length];
        for (int edge = 0; edge < below.length; edge++) {
            below[edge] /= all;
        }
    }

    AgeGrid grid() {
        return grid;
    }

    /** The probability of a lag up to an edge of the grid. */
    double belowEdge(int edge) {
        return below[edge];
    }

    /** The probability of a lag up to an age. */
    double below(double age) {
        int bin = grid.bin(age);
        double within = Math.max(0, Math.min(1, (age - grid.edge(bin)) / grid.width(bin)));
        return below[bin] + within * (below[bin + 1] - below[bin]);
    }

    /** The age below which the share {@code p} of lags lies. */
    double quantile(double p) {
        int found = Arrays.binarySearch(below, p);
        int edge = found >= 0 ? found : -found - 1;
        if (edge == 0 || edge == below.length) {
            return grid.edge(Math.min(edge, grid.bins()));
        }
        double mass = below[edge] - below[edge - 1];
        double within = mass > 0 ? (p - below[edge - 1]) / mass : 1;
        return grid.edge(edge - 1) + within * grid.width(edge - 1);
    }
}
