package org.almbridge.plan;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;

/** What a plan goes by beside the ledger. A reason is why a person would have to look; it names nobody. */
interface Outlook {

    /** What becomes of a learner who is not created yet, as far as e-mail addresses tell. */
    CompletableFuture<UserFinding> user(LearnerInFlight learner);

    /** Whether somebody of whom {@link #user} finds nothing is sure not to be in ALM. */
    boolean isSure();

    CompletableFuture<Boolean> isEnrolled(LearnerInFlight learner, Enrolment enrolment);

    /** Why the learner cannot be created for the sake of the manager; empty when nothing is wrong. */
    CompletableFuture<Optional<String>> managerFault(LearnerInFlight learner);

    /** Why nobody can be enrolled there; empty when nothing is wrong. */
    CompletableFuture<Optional<String>> courseFault(Enrolment enrolment);
}
