package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Settles an open enrolment by what ALM says of its composed id. */
@Singleton
@Named("recordEnrolmentFound")
class EnrolmentFoundRecorder extends LedgerStep {

    private final EnrolmentRecorder recorder;
    private final FruitlessLookUp fruitless;
    private final Clock clock;

    EnrolmentFoundRecorder(EnrolmentRecorder recorder, FruitlessLookUp fruitless, Clock clock, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
        this.fruitless = fruitless;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws AlmAnswerException {
        LearnerInFlight learner = InFlight.learner(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        if (LookUp.finds(answer, AlmCall.FIND_ENROLMENT, clock)) {
            return recorder.record(learner, InFlight.enrolment(exchange), answer);
        }
        return fruitless.record(learner, AlmCall.ENROL_USER, InFlight.enrolment(exchange), answer);
    }
}
