package org.almbridge.lag;

/** Arithmetic on one weight for each bin; arguments stay as they are. */
final class Weights {

    private Weights() {}

    static double sum(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    static double[] plus(double[] one, double[] other) {
        double[] both = one.clone();
        for (int bin = 0; bin < both.length; bin++) {
            both[bin] += other[bin];
        }
        return both;
    }

    static double[] scaled(double[] weights, double factor) {
        double[] scaled = weights.clone();
        for (int bin = 0; bin < scaled.length; bin++) {
            scaled[bin] *= factor;
        }
        return scaled;
    }

    /** Neighbours exchange a share of their difference; the sum stays. */
    static double[] smoothed(double[] sharp, double share) {
        double[] smooth = sharp.clone();
        for (int bin = 1; bin < sharp.length; bin++) {
            double flow = share * (sharp[bin] - sharp[bin - 1]);
            smooth[bin - 1] += flow;
            smooth[bin] -= flow;
        }
        return smooth;
    }
}
