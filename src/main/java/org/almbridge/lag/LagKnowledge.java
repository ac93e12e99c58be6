package org.almbridge.lag;

import java.util.Optional;

/** What is known of the lag, shared by all threads: the model, the watch for a shift, and when to plan anew. */
final class LagKnowledge {

    /** A plan is made anew when this share of what is known is new. */
    private static final double NEWS = 1.0 / 16;

    private static final double LEAST_NEWS = 2;
    private static final double MEDIAN = 0.5;

    /** The observations that proved a shift outweigh what was known before. */
    private static final double WEIGHT_AFTER_SHIFT = 2;

    private final Sample sample;
    private final ShiftDetector shift = new ShiftDetector();
    private LagModel model;
    private LagDistribution expected;
    private double news;
    private long observations;
    private volatile double suspectsShorter;

    LagKnowledge(long windowMs, Sample sample) {
        this.sample = sample;
        this.model = new LagModel(new AgeGrid(windowMs));
        this.expected = model.distribution();
    }

    /** @return whether there is news enough for another plan */
    synchronized boolean observed(long afterMs, long untilMs) {
        return sample.takes(expected.quantile(MEDIAN)) && learned(afterMs, untilMs);
    }

    private boolean learned(long afterMs, long untilMs) {
        observations++;
        news++;
        model.observed(afterMs, untilMs);
        int misfits = shift.observed((expected.below(afterMs) + expected.below(untilMs)) / 2);
        if (misfits > 0) {
            startAnew(WEIGHT_AFTER_SHIFT, misfits);
        }
        suspectsShorter = shift.suspectsShorter();
        return news >= Math.max(LEAST_NEWS, NEWS * model.weight());
    }

    /** The lag may be another one from now on. */
    synchronized void doubt(double weight) {
        startAnew(weight, 0);
    }

    private void startAnew(double weight, int recent) {
        model.shrinkTo(weight, recent);
        shift.reset();
        suspectsShorter = 0;
        news = Double.POSITIVE_INFINITY;
    }

    /** How far the proof that the lag has become shorter is, from 0 to 1. */
    double suspectsShorter() {
        return suspectsShorter;
    }

    /** What plans are made from; with it the news is none. */
    synchronized LagDistribution distribution() {
        news = 0;
        expected = model.distribution();
        return expected;
    }

    /** Those that counted since the start of the process. */
    synchronized long observations() {
        return observations;
    }

    synchronized String snapshot() {
        return LagText.write(model);
    }

    synchronized boolean restore(String snapshot) {
        Optional<LagModel> restored = LagText.read(snapshot, model.grid());
        restored.ifPresent(known -> model = known);
        return restored.isPresent();
    }
}
