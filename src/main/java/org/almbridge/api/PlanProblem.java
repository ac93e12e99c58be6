package org.almbridge.api;

import java.util.Optional;
import org.almbridge.plan.AlmSilentException;
import org.almbridge.plan.PlanUnderWayException;
import org.almbridge.plan.TooManyPeopleException;

/** What keeps a plan from being made, and what its caller can do. */
final class PlanProblem {

    private static final int SOON_SECONDS = 5;

    private PlanProblem() {}

    /** Empty for what has nothing to do with plans. */
    static Optional<Problem> of(Exception cause) {
        if (cause instanceof TooManyPeopleException e) {
            return Optional.of(Problem.of(
                    413,
                    ("ALM would have to be asked about %d people, and bridge.plan.max-people = %d: add ?lookUp=false"
                                    + " to plan by the ledger alone, or plan a file with"
                                    + " -Dquarkus.profile=plan -Dbridge.plan.file=<file>.")
                            .formatted(e.people(), e.most())));
        }
        if (cause instanceof PlanUnderWayException) {
            return Optional.of(Problem.passing(
                    409, "Another plan is being made, and there is one at a time: ask again later.", SOON_SECONDS));
        }
        if (cause instanceof AlmSilentException) {
            return Optional.of(Problem.passing(
                    503,
                    cause.getMessage() + ". Ask again later, or add ?lookUp=false to plan by the ledger alone.",
                    ProblemStep.RETRY_SECONDS));
        }
        return Optional.empty();
    }
}
