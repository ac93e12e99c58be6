package org.almbridge.lag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.almbridge.SteppedClock;

/** Creates users at a steady rate and probes each when {@link Lag} says so; what is learned comes in the order of time. */
final class LaggingIndex {

    /** Long enough for each user to be done before the next one comes. */
    static final long ONE_BY_ONE_MS = 1_000_000;

    private record Probe(long at, long createdAt, double lag, long lastFailedAge) {}

    private final Lag lag;
    private final SteppedClock clock;
    private final long everyMs;
    private final boolean quotaBound;

    LaggingIndex(Lag lag, SteppedClock clock, long everyMs, boolean quotaBound) {
        this.lag = lag;
        this.clock = clock;
        this.everyMs = everyMs;
        this.quotaBound = quotaBound;
    }

    /** @param lags milliseconds from the create answer until ALM sees the user */
    Outcome create(int users, DoubleSupplier lags) {
        PriorityQueue<Probe> due = new PriorityQueue<>(Comparator.comparingLong(Probe::at));
        List<Double> excesses = new ArrayList<>();
        long wasted = 0;
        int created = 0;
        long start = clock.millis();
        while (excesses.size() < users) {
            long nextCreate = created < users ? start + created * everyMs : Long.MAX_VALUE;
            if (due.isEmpty() || nextCreate <= due.peek().at()) {
                due.add(new Probe(nextCreate + lag.firstProbe(quotaBound), nextCreate, lags.getAsDouble(), 0));
                created++;
                continue;
            }
            Probe probe = due.remove();
            clock.advance(probe.at() - clock.millis());
            long age = probe.at() - probe.createdAt();
            if (age >= probe.lag()) {
                excesses.add(age - probe.lag());
                lag.accepted(probe.lastFailedAge(), age);
            } else {
                wasted++;
                long next = probe.createdAt() + lag.nextProbe(age, quotaBound);
                due.add(new Probe(next, probe.createdAt(), probe.lag(), age));
            }
        }
        return Outcome.of(excesses, wasted);
    }

    /** Milliseconds from the end of the lag to the probe that saw it, and failed probes for each user. */
    record Outcome(double mean, double p50, double p95, double wasted) {

        static Outcome average(List<Outcome> outcomes) {
            return new Outcome(
                    average(outcomes, Outcome::mean),
                    average(outcomes, Outcome::p50),
                    average(outcomes, Outcome::p95),
                    average(outcomes, Outcome::wasted));
        }

        private static double average(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
            return outcomes.stream().mapToDouble(figure).average().orElseThrow();
        }

        static Outcome of(List<Double> excesses, long wasted) {
            double[] sorted =
                    excesses.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double sum = 0;
            for (double excess : sorted) {
                sum += excess;
            }
            int count = sorted.length;
            return new Outcome(sum / count, sorted[count / 2], sorted[count * 95 / 100], (double) wasted / count);
        }
    }
}
