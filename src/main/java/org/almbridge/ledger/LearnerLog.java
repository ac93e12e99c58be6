package org.almbridge.ledger;

import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.jboss.logging.Logger;

/** One line for each learner who is through, found by what may be logged: the row in its batch and ALM's ids. */
final class LearnerLog {

    private static final Logger LOG = Logger.getLogger(LearnerLog.class);

    private LearnerLog() {}

    static void finished(LearnerInFlight inFlight) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Learner learner = inFlight.learner();
        boolean enrolled = learner.enrolments().stream().allMatch(inFlight::isEnrolled) && inFlight.isCreated();
        long tooEarly = inFlight.attempts(attempt ->
                        attempt.call() == AlmCall.ENROL_USER && attempt.failureClass() == FailureClass.INDEXING_LAG)
                .size();
        LOG.infof(
                "Batch %s row %d: %s, user %s, %d calls (%d before ALM's index knew the user), last x-request-id %s",
                learner.batch(),
                learner.rowNumber(),
                enrolled ? "enrolled" : "escalated",
                inFlight.almUserId(),
                inFlight.attempts(attempt -> true).size(),
                tooEarly,
                inFlight.attempts(attempt -> attempt.requestId() != null).stream()
                        .reduce((first, second) -> second)
                        .map(Attempt::requestId)
                        .orElse(null));
    }
}
