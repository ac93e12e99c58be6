package org.almbridge.lag;

/**
 * When to ask again, for every age at which ALM has said no; unchangeable. It answers from the age alone, so whoever probed at another
 * time than planned, or waited through a restart, goes on as well as can be from where they are.
 *
 * <p>It holds two series that are equally good in the balance of delay and waste, one with fewer probes and one with more. Drawing
 * between them at each step meets an allowance that no single series meets.
 */
final class ProbePlan {

    private final LagDistribution lag;
    private final int[] frugal;
    private final int[] lavish;
    private final double lavishShare;

    ProbePlan(LagDistribution lag, int[] frugal, int[] lavish, double lavishShare) {
        this.lag = lag;
        this.frugal = frugal;
        this.lavish = lavish;
        this.lavishShare = lavishShare;
    }

    /**
     * The age of the next probe, above {@code age} by at least a bin of the grid while there is a next one.
     *
     * @param age  of the probe that failed, 0 for the first probe
     * @param draw from 0 to 1, drawn anew for each question
     */
    double nextAfter(double age, double draw) {
        AgeGrid grid = lag.grid();
        int edge = grid.nearestEdge(age);
        return edge == grid.bins() ? age : grid.edge((draw < lavishShare ? lavish : frugal)[edge]);
    }

    /** Failed probes to be expected for a user. */
    double expectedWaste() {
        double[] visited = new double[frugal.length];
        visited[0] = 1;
        double waste = 0;
        for (int edge = 0; edge < frugal.length - 1; edge++) {
            if (visited[edge] > 0) {
                visited[frugal[edge]] += visited[edge] * (1 - lavishShare);
                visited[lavish[edge]] += visited[edge] * lavishShare;
                waste += edge == 0 ? 0 : visited[edge] * (1 - lag.belowEdge(edge));
            }
        }
        return waste;
    }
}
