package org.almbridge.ledger;

import java.util.Map;

/**
 * How many of the learners that a batch brought first, and of their enrolments, stand in each state; none is left out.
 *
 * @param erasedLearners   who were erased before they were enrolled; who was enrolled before counts as that
 * @param erasedEnrolments of people who were erased before the enrolment was made
 */
public record BatchProgress(
        Map<LearnerState, Long> learners,
        Map<EnrolmentState, Long> enrolments,
        long erasedLearners,
        long erasedEnrolments) {

    public BatchProgress {
        learners = Map.copyOf(learners);
        enrolments = Map.copyOf(enrolments);
    }

    /** Whether nothing is left to do for any of them but by people. */
    public boolean isFinished() {
        return learners.get(LearnerState.NEW) + learners.get(LearnerState.CREATED) == 0;
    }
}
