package org.almbridge.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time for one learner on SQLite that does not wait for the disk: what the processor has to do. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LedgerBenchmark {

    /** As many as a batch hands over at a time. */
    private static final int LEARNERS = 100;

    private Path folder;
    private TestLedger ledger;
    private int rows;

    @Setup
    public void start() throws IOException {
        folder = Files.createTempDirectory("alm-bridge-jmh");
        ledger = new TestLedger(folder);
    }

    @TearDown
    public void stop() throws IOException {
        ledger.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(LEARNERS)
    public void accept() {
        Enrolment enrolment = new Enrolment("course:1", "course:1_1");
        ledger.accept(
                "batch",
                IntStream.range(0, LEARNERS)
                        .mapToObj(i -> TestLedger.person(++rows, "person" + rows, enrolment))
                        .toArray(NewLearner[]::new));
    }

    @Benchmark
    @OperationsPerInvocation(LEARNERS)
    public List<LearnerInFlight> acceptAndClaim() {
        accept();
        return ledger.due().claim(LEARNERS);
    }
}
