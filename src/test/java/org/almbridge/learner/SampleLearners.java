package org.almbridge.learner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ann, who is to be enrolled in two courses, as various tests meet her. */
public final class SampleLearners {

    public static final Enrolment WELCOME = new Enrolment("course:1", "course:1_10");
    public static final Enrolment SAFETY = new Enrolment("course:2", "course:2_20");

    /** Whatever starts before this time does not count against the retry limits. */
    public static final long RETRY_FROM = 1_000;

    private static final Map<String, String> ROW = Map.of("email", "Ann@example.com", "name", "Ann Lee");

    private SampleLearners() {}

    public static LearnerInFlight ann(Attempt... attempts) {
        return new LearnerInFlight(learner(List.of(attempts)), null, 1);
    }

    /** Ann with more in her row. */
    public static LearnerInFlight annWith(Map<String, String> more, ManagerStanding manager) {
        Map<String, String> row = new HashMap<>(ROW);
        row.putAll(more);
        return new LearnerInFlight(learner(row, List.of()), manager, 1);
    }

    public static Learner learner(List<Attempt> attempts) {
        return learner(ROW, attempts);
    }

    private static Learner learner(Map<String, String> row, List<Attempt> attempts) {
        return new Learner(
                "E-17",
                "ann@example.com",
                row,
                "hr-drop",
                "b1",
                2,
                null,
                null,
                false,
                RETRY_FROM,
                List.of(WELCOME, SAFETY),
                attempts);
    }

    /** An attempt that failed a moment after its start; of no class when it succeeded. */
    public static Attempt attempt(int number, AlmCall call, Enrolment enrolment, long at, FailureClass failureClass) {
        String instance = enrolment == null ? null : enrolment.loInstanceId();
        Attempt started = Attempt.started(number, call, instance, at);
        return failureClass == null
                ? started.succeeded(at + 1, 200, "gw-" + number)
                : started.failed(at + 1, 400, failureClass, "gw-" + number, "{}");
    }
}
