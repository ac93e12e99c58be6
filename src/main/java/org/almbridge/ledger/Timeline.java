package org.almbridge.ledger;

import java.util.List;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;

/**
 * All that the ledger knows of one person, as of one moment. Times are epoch milliseconds.
 *
 * @param learner     with all attempts, and the enrolments still to be made
 * @param state       how far they have come
 * @param input       what the source calls the input that brought the row
 * @param acceptedAt  when the first row was accepted
 * @param startAt     from when on the user may be created, 0 for at once
 * @param dueAt       when there is something to do next; {@code null} while a bridge is at it, and once nothing is left
 * @param finishedAt  when nothing was left to do, {@code null} before
 * @param waiting     for whom they wait, {@code null} when they do not
 * @param enrolments  all of them, in the order of their instances
 * @param escalations all of them, oldest first
 */
public record Timeline(
        Learner learner,
        LearnerState state,
        String input,
        long acceptedAt,
        long startAt,
        Long dueAt,
        Long finishedAt,
        Waiting waiting,
        List<Course> enrolments,
        List<Handover> escalations) {

    public Timeline {
        enrolments = List.copyOf(enrolments);
        escalations = List.copyOf(escalations);
    }

    /**
     * A wait for a manager.
     *
     * @param batch     the batch of the manager's row, or the one that may still bring the manager
     * @param rowNumber the manager's row, {@code null} when no row has brought them yet
     * @param escalated whether people must put the manager right
     */
    public record Waiting(String batch, Integer rowNumber, boolean escalated) {}

    /**
     * An enrolment.
     *
     * @param enrolledAt   {@code null} until ALM has it
     * @param startAt      from when on it may be made, 0 for at once
     * @param escalationId {@code null} when it is not escalated
     */
    public record Course(
            String loId,
            String loInstanceId,
            EnrolmentState state,
            Long enrolledAt,
            long startAt,
            String escalationId) {}

    /**
     * An escalation, and how far people have been told of it.
     *
     * @param dismissal {@code null} when it is not dismissed
     */
    public record Handover(
            String id, FailureClass failureClass, long openedAt, Dismissal dismissal, List<Notice> deliveries) {

        public Handover {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * An escalation at one endpoint.
     *
     * @param endpoint    position in {@code bridge.escalation.endpoints}
     * @param tries       how often the endpoint has refused it
     * @param nextTryAt   {@code null} while it is on its way, and once it was taken
     * @param deliveredAt {@code null} until it was taken
     */
    public record Notice(int endpoint, int tries, Long nextTryAt, Long deliveredAt) {}
}
