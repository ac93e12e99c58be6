package org.almbridge.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.LedgerListener;

/** What became of learners. All series are there from the start: one that begins at 1 has no increase. */
@Singleton
class LearnerMeters implements LedgerListener {

    private final Map<AlmCall, Counter> successes = new EnumMap<>(AlmCall.class);
    private final Map<AlmCall, Map<FailureClass, Counter>> failures = new EnumMap<>(AlmCall.class);
    private final Map<FailureClass, Counter> escalations;
    private final Counter enrolled;
    private final Counter escalated;
    private final Timer timeToEnrolled;
    private final Timer queueWait;

    LearnerMeters(MeterRegistry registry) {
        for (AlmCall call : AlmCall.values()) {
            successes.put(call, attempts(registry, call, "SUCCESS"));
            failures.put(call, PerClass.of(failure -> attempts(registry, call, failure.name())));
        }
        escalations = PerClass.of(failure -> Counter.builder("bridge.escalations")
                .description("Escalations opened")
                .tag("class", failure.name())
                .register(registry));
        enrolled = enrolments(registry, "enrolled");
        escalated = enrolments(registry, "escalated");
        timeToEnrolled = Timer.builder("bridge.time.to.enrolled")
                .description("From accepted, or the start date, to enrolled")
                .register(registry);
        queueWait = Timer.builder("bridge.queue.wait")
                .description("From due for the first time to handed out")
                .register(registry);
    }

    private static Counter attempts(MeterRegistry registry, AlmCall call, String outcome) {
        return Counter.builder("bridge.attempts")
                .description("Calls to ALM for learners, by what came of them")
                .tag("call", call.name())
                .tag("class", outcome)
                .register(registry);
    }

    private static Counter enrolments(MeterRegistry registry, String result) {
        return Counter.builder("bridge.enrolments")
                .description("Enrolments that came to an end")
                .tag("result", result)
                .register(registry);
    }

    @Override
    public void attempted(Attempt outcome) {
        Counter counter = outcome.failureClass() == null
                ? successes.get(outcome.call())
                : failures.get(outcome.call()).get(outcome.failureClass());
        counter.increment();
    }

    @Override
    public void enrolled(long tookMs) {
        enrolled.increment();
        timeToEnrolled.record(Duration.ofMillis(tookMs));
    }

    @Override
    public void escalated(FailureClass failureClass, int enrolments, boolean opened) {
        escalated.increment(enrolments);
        if (opened) {
            escalations.get(failureClass).increment();
        }
    }

    @Override
    public void handedOut(long waitedMs) {
        queueWait.record(Duration.ofMillis(waitedMs));
    }
}
