package org.almbridge.api;

import java.util.List;
import java.util.Objects;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;

/** Says what the last attempt has come to, when that is why the person is not through. */
final class RetryText {

    private final Learner learner;

    RetryText(Learner learner) {
        this.learner = learner;
    }

    /** Begins with a small letter and ends with a full stop; empty when nothing has failed or is open. */
    String text() {
        List<Attempt> attempts = learner.attempts();
        if (attempts.isEmpty()) {
            return "";
        }
        Attempt last = attempts.get(attempts.size() - 1);
        // what was before people had the work in their hands says nothing of now
        if (last.startedAt() < learner.retryFrom()) {
            return "";
        }
        if (last.endedAt() == null) {
            return "the outcome of " + call(last) + " is not known yet, and ALM is asked before the call is repeated.";
        }
        return last.failureClass() == null ? "" : what(last) + ", tried " + times(last) + ".";
    }

    private static String what(Attempt last) {
        String refused = call(last) + " at " + Times.text(last.endedAt());
        return switch (last.failureClass()) {
            case INDEXING_LAG -> "ALM's index does not know the user yet";
            case THROTTLED -> "ALM asked for fewer calls, last by refusing " + refused;
            case UNAVAILABLE -> "ALM did not do " + refused + answer(last);
            case UNKNOWN_OUTCOME ->
                "the answer to " + refused + " was lost" + answer(last)
                        + " and ALM is asked before the call is repeated";
            case UNAUTHORISED -> "ALM refused the access token with " + refused;
            case DUPLICATE_USER -> "ALM says that it has a user with this e-mail address and does not show them yet";
            case ALREADY_ENROLLED -> "ALM says that the person is enrolled already and does not show the enrolment yet";
            case REJECTED -> "ALM refused " + refused + answer(last);
            case UNRECOGNISED -> "the answer to " + refused + " is none the bridge knows" + answer(last);
        };
    }

    private static String call(Attempt attempt) {
        return attempt.call().name();
    }

    private static String answer(Attempt last) {
        return last.status() == null ? " (no answer)" : " (status " + last.status() + ")";
    }

    private String times(Attempt last) {
        long times = learner.attempts().stream()
                .filter(attempt -> attempt.startedAt() >= learner.retryFrom() && isSame(attempt, last))
                .count();
        return times == 1 ? "once" : times + " times";
    }

    private static boolean isSame(Attempt one, Attempt other) {
        FailureClass failureClass = other.failureClass();
        return one.call() == other.call()
                && one.failureClass() == failureClass
                && Objects.equals(one.loInstanceId(), other.loInstanceId());
    }
}
