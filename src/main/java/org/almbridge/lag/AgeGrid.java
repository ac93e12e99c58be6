package org.almbridge.lag;

import java.util.Arrays;

/**
 * The ages that are told apart: every 20 ms at first, then every 1.5 %. A shorter window cuts the same grid off earlier, so what
 * was learned with another window still fits.
 */
final class AgeGrid {

    private static final double FINEST_MS = 20;
    private static final double FINEST_SHARE = 0.015;

    private final double[] edges;

    /** @param windowMs where the grid ends, at least 1 */
    AgeGrid(long windowMs) {
        this.edges = edges(windowMs);
    }

    private static double[] edges(long windowMs) {
        double[] found = new double[64];
        int count = 1;
        while (found[count - 1] < windowMs) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            double before = found[count - 1];
            found[count++] = Math.min(windowMs, before + Math.max(FINEST_MS, FINEST_SHARE * before));
        }
        return Arrays.copyOf(found, count);
    }

    /** Bins lie between edges, so there is one edge more. */
    int bins() {
        return edges.length - 1;
    }

    double edge(int index) {
        return edges[index];
    }

    double width(int bin) {
        return edges[bin + 1] - edges[bin];
    }

    /** The bin that holds an age, the last one for everything beyond. */
    int bin(double age) {
        int found = Arrays.binarySearch(edges, age);
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(bin, bins() - 1));
    }

    int nearestEdge(double age) {
        int bin = bin(age);
        return age - edges[bin] <= edges[bin + 1] - age ? bin : bin + 1;
    }

    /** The bin that holds an age, and as the fraction where in the bin. */
    double position(double age) {
        int bin = bin(age);
        return bin + Math.max(0, Math.min(1, (age - edges[bin]) / width(bin)));
    }
}
