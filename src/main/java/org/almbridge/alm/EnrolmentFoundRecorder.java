package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Settles an open enrolment by what ALM says of its composed id. */
@Singleton
@Named("recordEnrolmentFound")
class EnrolmentFoundRecorder extends LedgerStep {

    private final EnrolmentRecorder recorder;
    private final FruitlessLookUp fruitless;
    private final IndexLag indexLag;
    private final Clock clock;

    EnrolmentFoundRecorder(
            EnrolmentRecorder recorder, FruitlessLookUp fruitless, IndexLag indexLag, Clock clock, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
        this.fruitless = fruitless;
        this.indexLag = indexLag;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws AlmAnswerException {
        LearnerInFlight learner = InFlight.learner(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        if (LookUp.finds(answer, AlmCall.FIND_ENROLMENT, clock)) {
            return recorder.record(learner, InFlight.enrolment(exchange), answer);
        }
        if (mayNotBeShownYet(learner, InFlight.enrolment(exchange))) {
            throw answer.means(FailureClass.INDEXING_LAG, "not shown, and so young that it may be there");
        }
        return fruitless.record(learner, AlmCall.ENROL_USER, InFlight.enrolment(exchange), answer);
    }

    /** An enrolment made a second time can wipe progress, so a read that shows nothing is believed only after a while. */
    private boolean mayNotBeShownYet(LearnerInFlight learner, Enrolment enrolment) {
        Attempt open = learner.last(AlmCall.ENROL_USER, enrolment);
        return open != null
                && open.isUnknown()
                && learner.counts(open)
                && clock.millis() - open.startedAt() < indexLag.patienceMs();
    }
}
