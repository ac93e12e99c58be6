package org.almbridge.lag;

/**
 * Notices that the lag is no longer what the model holds: two cumulative sums (CUSUM) of where observations rank in the model. The
 * rank of an observation is the probability in the middle of its interval; if the model is right it is 1/2 on average, however the
 * probes are placed. Not thread-safe.
 */
final class ShiftDetector {

    /** In standard deviations of the rank: what is tolerated at each observation, and the sum that proves a shift. */
    private static final double SLACK = 0.5;

    private static final double ALARM = 8;

    /** The rank's variance follows from the plan and is at most 1/12; a plan of one probe would have none. */
    private static final double LEAST_VARIANCE = 0.01;

    private static final double MOST_VARIANCE = 1.0 / 12;
    private static final double VARIANCE_MEMORY = 200;

    /** A plan of a single probe sees a long lag rarely and far out, so one such lag proves little. */
    private static final double MOST_LONGER = 2.5;

    private double variance = MOST_VARIANCE;
    private double longer;
    private double shorter;
    private int sinceLonger;
    private int sinceShorter;

    /**
     * @param rank from 0, shorter than everything expected, to 1
     * @return how many of the latest observations, this one included, do not fit the model; 0 while there is no proof
     */
    int observed(double rank) {
        double deviation = rank - 0.5;
        double scaled = deviation / Math.sqrt(Math.max(LEAST_VARIANCE, variance));
        longer = Math.max(0, longer + Math.min(MOST_LONGER, scaled) - SLACK);
        shorter = Math.max(0, shorter - scaled - SLACK);
        sinceLonger = longer > 0 ? sinceLonger + 1 : 0;
        sinceShorter = shorter > 0 ? sinceShorter + 1 : 0;
        variance = Math.min(MOST_VARIANCE, variance + (deviation * deviation - variance) / VARIANCE_MEMORY);
        return Math.max(longer >= ALARM ? sinceLonger : 0, shorter >= ALARM ? sinceShorter : 0);
    }

    /** How far the proof that the lag has become shorter is: 0 for not at all, 1 for proved. */
    double suspectsShorter() {
        return Math.min(1, shorter / ALARM);
    }

    void reset() {
        longer = 0;
        shorter = 0;
        sinceLonger = 0;
        sinceShorter = 0;
    }
}
