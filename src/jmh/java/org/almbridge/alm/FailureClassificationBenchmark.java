package org.almbridge.alm;

import java.util.concurrent.TimeUnit;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Time to tell what one answer means; the first kind is by far the most frequent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FailureClassificationBenchmark {

    private String notIndexed = """
            {"status":"BAD_REQUEST","title":"You have made a bad request that the server can't understand",\
            "source":{"info":"The object doesn't exist or has been deleted or the id is not valid"}}""";
    private String unknown = "<html><body>Bad Request</body></html>";

    @Benchmark
    public FailureClass notIndexedYet() {
        return FailureClassifier.ofStatus(AlmCall.ENROL_USER, 400, notIndexed, true, true);
    }

    @Benchmark
    public FailureClass unrecognised() {
        return FailureClassifier.ofStatus(AlmCall.CREATE_USER, 400, unknown, true, true);
    }
}
