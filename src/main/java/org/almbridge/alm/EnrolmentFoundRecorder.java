package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Settles an open enrolment by what ALM says of its composed id. */
@Singleton
@Named("recordEnrolmentFound")
class EnrolmentFoundRecorder extends LedgerStep {

    private final EnrolmentRecorder recorder;
    private final LearnerLedger ledger;
    private final Clock clock;

    EnrolmentFoundRecorder(EnrolmentRecorder recorder, LearnerLedger ledger, Clock clock, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws AlmAnswerException {
        LearnerInFlight learner = InFlight.learner(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        if (!answer.data().path("id").asText().isBlank()) {
            return recorder.record(learner, InFlight.enrolment(exchange), answer);
        }
        if (!isAbsent(answer)) {
            throw failure(answer, exchange.getMessage().getHeader("Retry-After", String.class));
        }
        OpenCall.refuteOrGoOn(learner, AlmCall.ENROL_USER, InFlight.enrolment(exchange), answer);
        Attempt outcome = answer.ends(learner.current(), clock.millis());
        learner.ended(outcome);
        return ledger.attempted(learner.learner().key(), outcome);
    }

    private AlmAnswerException failure(AlmAnswer answer, String retryAfter) {
        String body = (String) answer.body();
        return new AlmAnswerException(new AlmFailure(
                FailureClassifier.ofStatus(AlmCall.FIND_ENROLMENT, answer.status(), body, false),
                answer.status(),
                answer.requestId(),
                body,
                RetryAfter.milliseconds(retryAfter, clock.instant())));
    }

    /** ALM says "not there" by 404, by the 400 of every wrong id, or by 200 with {@code data: null}. */
    private static boolean isAbsent(AlmAnswer answer) {
        return answer.status() == 404
                || answer.status() == 200
                || answer.status() == 400 && new AlmErrorText((String) answer.body()).saysObjectIsMissing();
    }
}
