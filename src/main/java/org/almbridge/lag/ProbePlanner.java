package org.almbridge.lag;

/**
 * Finds the probe times of the least expected excess, which is the time from the end of the lag to the probe that sees it, for an
 * allowance of wasted probes. A wasted probe is given a price; for a price the best series follows from the last age backwards;
 * the price is found by bisection.
 */
final class ProbePlanner {

    private static final double LEAST_PRICE_MS = 0.01;
    private static final double HIGHEST_PRICE_MS = 1e8;
    private static final int HALVINGS = 22;
    private static final int MIXTURE_HALVINGS = 10;

    private ProbePlanner() {}

    /** @param maxWasted failed probes for each user on average, above 0 */
    static ProbePlan plan(LagDistribution lag, double maxWasted) {
        double low = Math.log(LEAST_PRICE_MS);
        double high = Math.log(HIGHEST_PRICE_MS);
        int[] lavish = series(lag, LEAST_PRICE_MS);
        int[] frugal = series(lag, HIGHEST_PRICE_MS);
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (low + high) / 2;
            int[] between = series(lag, Math.exp(middle));
            if (new ProbePlan(lag, between, between, 0).expectedWaste() > maxWasted) {
                low = middle;
                lavish = between;
            } else {
                high = middle;
                frugal = between;
            }
        }
        return mixture(lag, frugal, lavish, maxWasted);
    }

    private static ProbePlan mixture(LagDistribution lag, int[] frugal, int[] lavish, double maxWasted) {
        double low = 0;
        double high = 1;
        for (int halving = 0; halving < MIXTURE_HALVINGS; halving++) {
            double middle = (low + high) / 2;
            boolean fits = new ProbePlan(lag, frugal, lavish, middle).expectedWaste() <= maxWasted;
            low = fits ? middle : low;
            high = fits ? high : middle;
        }
        return new ProbePlan(lag, frugal, lavish, low);
    }

    /**
     * For each edge of the grid the edge of the next probe. Later ages have later next probes (the cost is a Monge array), so
     * the search for an edge ends where that of the edge after it has ended.
     */
    private static int[] series(LagDistribution lag, double price) {
        AgeGrid grid = lag.grid();
        int last = grid.bins();
        double[] cost = new double[last + 1];
        int[] next = new int[last + 1];
        next[last] = last;
        for (int edge = last - 1; edge >= 0; edge--) {
            cost[edge] = Double.POSITIVE_INFINITY;
            for (int probe = edge + 1; probe <= next[edge + 1] || probe == edge + 1; probe++) {
                double below = lag.belowEdge(probe);
                double found = grid.edge(probe) * (below - lag.belowEdge(edge)) + price * (1 - below) + cost[probe];
                if (found < cost[edge]) {
                    cost[edge] = found;
                    next[edge] = probe;
                }
            }
        }
        return next;
    }
}
