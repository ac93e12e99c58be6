package org.almbridge.lag;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Time to note one observation, to fit the histogram to the latest ones, and to plan the probes anew. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LagModelBenchmark {

    private static final long WINDOW_MS = 120_000;
    private static final int OBSERVED = 1_000;
    private static final double MOST_WASTED = 0.5;

    private final SplittableRandom random = new SplittableRandom(1);
    private LagModel model;
    private LagDistribution distribution;

    @Setup
    public void observe() {
        model = new LagModel(new AgeGrid(WINDOW_MS));
        for (int i = 0; i < OBSERVED; i++) {
            observed();
        }
        distribution = model.distribution();
    }

    @Benchmark
    public void observed() {
        double lag = random.nextDouble(1_000, 2_000);
        model.observed(lag - 150, lag + 100);
    }

    @Benchmark
    public LagDistribution fit() {
        return model.distribution();
    }

    @Benchmark
    public ProbePlan plan() {
        return ProbePlanner.plan(distribution, MOST_WASTED);
    }
}
