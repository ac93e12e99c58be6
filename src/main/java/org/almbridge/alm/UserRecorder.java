package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;
import org.almbridge.ledger.Standing;

/** Records which user of ALM a learner is, whether created or found. */
@Singleton
class UserRecorder {

    private final LearnerLedger ledger;
    private final Clock clock;

    UserRecorder(LearnerLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    CompletableFuture<?> record(LearnerInFlight learner, AlmAnswer answer, String almUserId, boolean linked) {
        Attempt outcome = answer.ends(learner.current(), clock.millis());
        return ledger.userKnown(learner.claim(), outcome, almUserId, linked).thenAccept(standing -> {
            if (standing == Standing.BELONGS_TO_ANOTHER) {
                throw new CompletionException(answer.means(
                        FailureClass.REJECTED,
                        "ALM's user " + almUserId + " is another learner of the ledger already"));
            }
            learner.ended(outcome);
            learner.userKnown(almUserId, outcome.endedAt(), linked);
            learner.finished(standing == Standing.FINISHED);
        });
    }
}
