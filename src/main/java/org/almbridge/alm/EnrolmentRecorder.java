package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;

/** Records that ALM has the enrolment, whether made or found. */
@Singleton
class EnrolmentRecorder {

    private final LearnerLedger ledger;
    private final Clock clock;

    EnrolmentRecorder(LearnerLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    CompletableFuture<?> record(LearnerInFlight learner, Enrolment enrolment, AlmAnswer answer) {
        Attempt outcome = answer.ends(learner.current(), clock.millis());
        return ledger.enrolled(learner.claim(), outcome).thenAccept(finished -> {
            learner.ended(outcome);
            learner.enrolled(enrolment);
            learner.finished(finished);
        });
    }
}
