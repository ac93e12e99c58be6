package org.almbridge.ledger;

import java.util.List;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Escalation;

/**
 * An escalation as a list shows it.
 *
 * @param escalation  its learner has the enrolments that it is about, and no attempts
 * @param lastAttempt the last one that failed as the escalation says, else the last that failed; {@code null} without
 * @param dismissal   {@code null} when it is not dismissed
 * @param settled     whether the work was sent through again since
 */
public record EscalationSummary(Escalation escalation, Attempt lastAttempt, Dismissal dismissal, boolean settled) {

    EscalationSummary with(List<Enrolment> enrolments, Attempt attempt) {
        return new EscalationSummary(
                new Escalation(
                        escalation.id(),
                        escalation.openedAt(),
                        escalation.failureClass(),
                        escalation.learner().with(enrolments, List.of())),
                attempt,
                dismissal,
                settled);
    }
}
