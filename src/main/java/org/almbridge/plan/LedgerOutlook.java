package org.almbridge.plan;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;

/** Asks nobody: plans by the ledger alone. */
final class LedgerOutlook implements Outlook {

    private static final CompletableFuture<Optional<String>> NO_FAULT =
            CompletableFuture.completedFuture(Optional.empty());

    @Override
    public CompletableFuture<UserFinding> user(LearnerInFlight learner) {
        return CompletableFuture.completedFuture(UserFinding.NONE);
    }

    @Override
    public boolean isSure() {
        return false;
    }

    @Override
    public CompletableFuture<Boolean> isEnrolled(LearnerInFlight learner, Enrolment enrolment) {
        return CompletableFuture.completedFuture(false);
    }

    @Override
    public CompletableFuture<Optional<String>> managerFault(LearnerInFlight learner) {
        return NO_FAULT;
    }

    @Override
    public CompletableFuture<Optional<String>> courseFault(Enrolment enrolment) {
        return NO_FAULT;
    }
}
