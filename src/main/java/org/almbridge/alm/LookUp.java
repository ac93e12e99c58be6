package org.almbridge.alm;

import java.time.Clock;
import org.almbridge.call.RetryAfter;
import org.almbridge.learner.AlmCall;

/** Reads the answer to a look-up by id, for which "not there" is an answer and not a failure. */
public final class LookUp {

    private LookUp() {}

    /** @throws AlmAnswerException when ALM did not say */
    static boolean finds(AlmAnswer answer, AlmCall call, Clock clock) throws AlmAnswerException {
        if (!answer.data().path("id").asText().isBlank()) {
            return true;
        }
        if (isAbsent(answer)) {
            return false;
        }
        throw failure(answer, call, clock);
    }

    /** Of an answer that says nothing of what was looked for. */
    static AlmAnswerException failure(AlmAnswer answer, AlmCall call, Clock clock) {
        String body = answer.body() == null ? null : String.valueOf(answer.body());
        return new AlmAnswerException(new AlmFailure(
                FailureClassifier.ofStatus(call, answer.status(), body),
                answer.status(),
                answer.requestId(),
                body,
                RetryAfter.milliseconds(answer.retryAfter(), clock.instant())));
    }

    private static boolean isAbsent(AlmAnswer answer) {
        return saysAbsent(answer.status(), answer.body() instanceof String body ? body : null);
    }

    /** Of an answer that names no id: ALM says "not there" by 404, by the 400 of every wrong id, or by 200. */
    public static boolean saysAbsent(int status, String body) {
        AlmErrorText text = new AlmErrorText(body);
        return status == 404
                || status == 200
                || status == 400 && (text.saysObjectIsMissing() || text.saysIdIsMalformed());
    }
}
