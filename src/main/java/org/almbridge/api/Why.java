package org.almbridge.api;

import java.util.List;
import java.util.stream.Collectors;
import org.almbridge.escalation.Advice;
import org.almbridge.learner.Learner;
import org.almbridge.ledger.Dismissal;
import org.almbridge.ledger.EnrolmentState;
import org.almbridge.ledger.HeldPerson;
import org.almbridge.ledger.Hold;
import org.almbridge.ledger.LearnerState;
import org.almbridge.ledger.Timeline;
import org.almbridge.ledger.Timeline.Course;
import org.almbridge.ledger.Timeline.Handover;
import org.almbridge.ledger.Timeline.Waiting;

/** Says in plain words where a person stands, why, and what happens next or what somebody must do. */
final class Why {

    private final Timeline timeline;
    private final HeldPerson held;
    private final List<Hold> holds;
    private final long now;

    /**
     * @param held  a row of theirs that waits with its batch, {@code null} without
     * @param holds what holds back everybody who is due
     * @param now   epoch milliseconds
     */
    Why(Timeline timeline, HeldPerson held, List<Hold> holds, long now) {
        this.timeline = timeline;
        this.held = held;
        this.holds = holds;
        this.now = now;
    }

    String text() {
        String standing =
                switch (timeline.state()) {
                    case ENROLLED -> enrolled();
                    case ESCALATED -> escalated();
                    case NEW, CREATED -> unfinished() + otherEscalations();
                };
        return held == null || held.batch().equals(timeline.learner().batch())
                ? standing
                : standing + " Besides, there is another row. " + HeldText.of(held);
    }

    private String enrolled() {
        long courses = timeline.enrolments().size();
        return courses == 0
                ? "Is a user in ALM and in no course, because neither a rule nor a row asks for an enrolment."
                : "Is enrolled in all %d instances that were asked for; there is nothing left to do."
                        .formatted(courses);
    }

    private String escalated() {
        String which = timeline.learner().almUserId() == null
                ? "The user could not be created"
                : "%d of %d enrolments could not be made"
                        .formatted(
                                count(EnrolmentState.ESCALATED),
                                timeline.enrolments().size());
        return which + ". " + advice(unsettledEscalations());
    }

    private long count(EnrolmentState state) {
        return timeline.enrolments().stream()
                .filter(course -> course.state() == state)
                .count();
    }

    /** Those that what is escalated now goes back to; older ones may have been settled since. */
    private List<Handover> unsettledEscalations() {
        List<String> ids = timeline.enrolments().stream()
                .filter(course -> course.state() == EnrolmentState.ESCALATED)
                .map(Course::escalationId)
                .toList();
        List<Handover> open = timeline.escalations().stream()
                .filter(escalation -> ids.contains(escalation.id()))
                .toList();
        List<Handover> all = timeline.escalations();
        return open.isEmpty() && timeline.state() == LearnerState.ESCALATED
                ? all.subList(Math.max(0, all.size() - 1), all.size())
                : open;
    }

    private static String advice(List<Handover> escalations) {
        return escalations.stream()
                .map(escalation -> "Escalated as %s at %s%s"
                        .formatted(escalation.failureClass(), Times.text(escalation.openedAt()), whatNow(escalation)))
                .collect(Collectors.joining(" "));
    }

    private static String whatNow(Handover escalation) {
        Dismissal dismissal = escalation.dismissal();
        return dismissal == null
                ? ": " + Advice.of(escalation.failureClass())
                : ", and dismissed by %s at %s: \"%s\". Nothing is done about it unless a later row or a replay asks for it."
                        .formatted(dismissal.by(), Times.text(dismissal.at()), dismissal.because());
    }

    private String unfinished() {
        Learner learner = timeline.learner();
        String retry = new RetryText(learner).text();
        if (timeline.waiting() != null) {
            return waits(timeline.waiting());
        }
        if (timeline.dueAt() == null) {
            return "Is under way at this moment" + (retry.isEmpty() ? "." : ": " + retry + " The next try is near.");
        }
        String due = Times.text(timeline.dueAt());
        if (timeline.dueAt() > now) {
            return isBeforeTheStart()
                    ? beforeTheStart(due)
                    : capitalised(retry.isEmpty() ? "is put off." : retry) + " The next try is at " + due + ".";
        }
        String turn = "Has been due since " + due
                + (holds.isEmpty() ? " and waits for its turn behind others who are due." : ". " + HoldText.of(holds));
        return retry.isEmpty() ? turn : capitalised(retry) + " " + turn;
    }

    private boolean isBeforeTheStart() {
        return timeline.state() == LearnerState.NEW
                ? timeline.startAt() > now
                : timeline.enrolments().stream()
                        .filter(course -> course.state() == EnrolmentState.DUE)
                        .allMatch(course -> course.startAt() > now);
    }

    private String beforeTheStart(String due) {
        return timeline.state() == LearnerState.NEW
                ? "Waits for the start date: the user is created, and enrolled, from " + due + " on."
                : "Is a user in ALM and waits for the start date: the enrolment is made from " + due + " on.";
    }

    private String waits(Waiting waiting) {
        String until = timeline.dueAt() == null
                ? ""
                : " If that does not happen until " + Times.text(timeline.dueAt())
                        + ", the person is escalated without a manager.";
        if (waiting.rowNumber() == null) {
            return "Waits for the manager, whom no row has brought yet: batch " + waiting.batch()
                    + " may still bring them, and is not read to its end or held." + until;
        }
        String who = "Waits for the manager, who is row %d of batch %s".formatted(waiting.rowNumber(), waiting.batch());
        return waiting.escalated()
                ? who + " and is escalated: put the manager right first." + until
                : who + " and is no user in ALM yet; goes on by itself as soon as that is so." + until;
    }

    private String otherEscalations() {
        List<Handover> open = unsettledEscalations().stream()
                .filter(escalation -> escalation.dismissal() == null)
                .toList();
        return open.isEmpty() ? "" : " Another enrolment needs a person. " + advice(open);
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
