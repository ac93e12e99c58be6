package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;

/** Records that ALM shows nothing of what a call should have made, and lets the call be made again unless that is final. */
@Singleton
class FruitlessLookUp {

    private final LearnerLedger ledger;
    private final Clock clock;

    FruitlessLookUp(LearnerLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param call      the call that is open; there may have been none
     * @param enrolment what it was about, {@code null} for the user
     * @throws AlmAnswerException when the call was refused for good, or its effect is there and not visible yet
     */
    CompletableFuture<?> record(LearnerInFlight learner, AlmCall call, Enrolment enrolment, AlmAnswer answer)
            throws AlmAnswerException {
        OpenCall.refuteOrGoOn(learner, call, enrolment, answer);
        Attempt outcome = answer.ends(learner.current(), clock.millis());
        learner.ended(outcome);
        return ledger.attempted(learner.claim(), outcome);
    }
}
