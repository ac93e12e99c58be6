package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhyTest {

    private static final long NOW = Instant.parse("2026-05-04T08:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final String INSTANCE = "course:1_1";

    static Stream<Arguments> situations() {
        return Stream.of(
                situation(
                        "due",
                        person(LearnerState.NEW).dueAt(NOW - MINUTE),
                        "Has been due since 2026-05-04T07:59:00Z and waits for its turn behind others who are due."),
                situation(
                        "waits to be created",
                        person(LearnerState.NEW).startAt(NOW + MINUTE).dueAt(NOW + MINUTE),
                        "Waits for the start date: the user is created, and enrolled, from 2026-05-04T08:01:00Z on."),
                situation(
                        "waits to be enrolled",
                        person(LearnerState.CREATED)
                                .dueAt(NOW + MINUTE)
                                .course(EnrolmentState.DUE, NOW + MINUTE, null)
                                .course(EnrolmentState.ENROLLED, 0, null),
                        "Is a user in ALM and waits for the start date: the enrolment is made from 2026-05-04T08:01:00Z on."),
                situation(
                        "one enrolment starts later, the other is tried again",
                        person(LearnerState.CREATED)
                                .dueAt(NOW + MINUTE)
                                .course(EnrolmentState.DUE, NOW + 5 * MINUTE, null)
                                .course(EnrolmentState.DUE, 0, null)
                                .failed(AlmCall.ENROL_USER, 503, FailureClass.UNAVAILABLE),
                        "ALM did not do ENROL_USER at 2026-05-04T07:50:01Z (status 503), tried once."
                                + " The next try is at 2026-05-04T08:01:00Z."),
                situation(
                        "waits for a manager",
                        person(LearnerState.NEW).waiting(new Waiting("b2", 7, false)),
                        "Waits for the manager, who is row 7 of batch b2 and is no user in ALM yet; goes on by itself as"
                                + " soon as that is so."),
                situation(
                        "waits for a manager who is escalated",
                        person(LearnerState.NEW).dueAt(NOW + MINUTE).waiting(new Waiting("b2", 7, true)),
                        "Waits for the manager, who is row 7 of batch b2 and is escalated: put the manager right first."
                                + " If that does not happen until 2026-05-04T08:01:00Z, the person is escalated without a"
                                + " manager."),
                situation(
                        "waits for the rest of the batch",
                        person(LearnerState.NEW).dueAt(NOW + MINUTE).waiting(new Waiting("b1", null, false)),
                        "Waits for the manager, whom no row has brought yet: batch b1 may still bring them, and is not read"
                                + " to its end or held. If that does not happen until 2026-05-04T08:01:00Z, the person is"
                                + " escalated without a manager."),
                situation("under way", person(LearnerState.NEW), "Is under way at this moment."),
                situation(
                        "under way while the index lags",
                        person(LearnerState.CREATED).lag().lag(),
                        "Is under way at this moment: ALM's index does not know the user yet, tried 2 times. The next try"
                                + " is near."),
                situation(
                        "the index lags for longer",
                        person(LearnerState.CREATED)
                                .dueAt(NOW + MINUTE)
                                .course(EnrolmentState.DUE, 0, null)
                                .lag()
                                .lag()
                                .lag(),
                        "ALM's index does not know the user yet, tried 3 times. The next try is at 2026-05-04T08:01:00Z."),
                situation(
                        "due again after a lag",
                        person(LearnerState.CREATED)
                                .dueAt(NOW)
                                .course(EnrolmentState.DUE, 0, null)
                                .lag(),
                        "ALM's index does not know the user yet, tried once. Has been due since 2026-05-04T08:00:00Z and"
                                + " waits for its turn behind others who are due."),
                situation(
                        "what people have answered is no longer counted",
                        person(LearnerState.NEW)
                                .failed(AlmCall.CREATE_USER, 400, FailureClass.REJECTED)
                                .retryFrom(NOW)
                                .dueAt(NOW),
                        "Has been due since 2026-05-04T08:00:00Z and waits for its turn behind others who are due."),
                situation(
                        "an outcome is open",
                        person(LearnerState.NEW).open(AlmCall.CREATE_USER).dueAt(NOW + MINUTE),
                        "The outcome of CREATE_USER is not known yet, and ALM is asked before the call is repeated. The"
                                + " next try is at 2026-05-04T08:01:00Z."),
                situation(
                        "handed back without an attempt",
                        person(LearnerState.NEW).dueAt(NOW + MINUTE),
                        "Is put off. The next try is at 2026-05-04T08:01:00Z."),
                situation(
                        "enrolled",
                        person(LearnerState.ENROLLED)
                                .course(EnrolmentState.ENROLLED, 0, null)
                                .course(EnrolmentState.ENROLLED, 0, null),
                        "Is enrolled in all 2 instances that were asked for; there is nothing left to do."),
                situation(
                        "created, and nothing else was asked for",
                        person(LearnerState.ENROLLED),
                        "Is a user in ALM and in no course, because neither a rule nor a row asks for an enrolment."),
                situation(
                        "user escalated",
                        person(LearnerState.ESCALATED)
                                .almUserId(null)
                                .course(EnrolmentState.ESCALATED, 0, "x1")
                                .escalation("x1", FailureClass.DUPLICATE_USER),
                        "The user could not be created. Escalated as DUPLICATE_USER at 2026-05-04T07:00:00Z: ALM says that"
                                + " it has a user with this e-mail address, and does not show that user. Look for the user"
                                + " in ALM, also for one being purged and for an external profile with this address, then"
                                + " replay."),
                situation(
                        "user escalated who was to be enrolled in nothing",
                        person(LearnerState.ESCALATED)
                                .almUserId(null)
                                .escalation("x0", FailureClass.REJECTED)
                                .escalation("x1", FailureClass.UNAVAILABLE),
                        "The user could not be created. Escalated as UNAVAILABLE at 2026-05-04T07:01:00Z: ALM could not be"
                                + " reached for too long. Check that it is up and reachable, then replay."),
                situation(
                        "an enrolment escalated, after another that was settled",
                        person(LearnerState.ESCALATED)
                                .course(EnrolmentState.ENROLLED, 0, null)
                                .course(EnrolmentState.ESCALATED, 0, "x1")
                                .escalation("x0", FailureClass.REJECTED)
                                .escalation("x1", FailureClass.UNAVAILABLE),
                        "1 of 2 enrolments could not be made. Escalated as UNAVAILABLE at 2026-05-04T07:01:00Z: ALM could"
                                + " not be reached for too long. Check that it is up and reachable, then replay."),
                situation(
                        "an enrolment escalated and another to be made",
                        person(LearnerState.CREATED)
                                .dueAt(NOW)
                                .course(EnrolmentState.DUE, 0, null)
                                .course(EnrolmentState.ESCALATED, 0, "x1")
                                .escalation("x1", FailureClass.UNAVAILABLE),
                        "Has been due since 2026-05-04T08:00:00Z and waits for its turn behind others who are due. Another"
                                + " enrolment needs a person. Escalated as UNAVAILABLE at 2026-05-04T07:00:00Z: ALM could"
                                + " not be reached for too long. Check that it is up and reachable, then replay."),
                situation(
                        "user escalated, which somebody has dismissed",
                        person(LearnerState.ESCALATED).almUserId(null).escalation("x0", FailureClass.REJECTED, LEFT),
                        "The user could not be created. Escalated as REJECTED at 2026-05-04T07:00:00Z, and dismissed by ops"
                                + " at 2026-05-04T07:59:00Z: \"left the company\". Nothing is done about it unless a later"
                                + " row or a replay asks for it."),
                situation(
                        "a dismissed enrolment and another to be made",
                        person(LearnerState.CREATED)
                                .dueAt(NOW)
                                .course(EnrolmentState.DUE, 0, null)
                                .course(EnrolmentState.ESCALATED, 0, "x1")
                                .escalation("x1", FailureClass.UNAVAILABLE, LEFT),
                        "Has been due since 2026-05-04T08:00:00Z and waits for its turn behind others who are due."));
    }

    private static final Dismissal LEFT = new Dismissal(NOW - MINUTE, "left the company", "ops");

    private static Arguments situation(String name, Person person, String why) {
        return Arguments.of(name, person.timeline(), why);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void saysWhereThePersonStands(String name, Timeline timeline, String why) {
        assertThat(new Why(timeline, null, List.of(), NOW).text()).isEqualTo(why);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatHoldsDispatchBack(Hold.Reason reason) {
        Timeline due = person(LearnerState.NEW).dueAt(NOW).timeline();

        String why = new Why(due, null, List.of(new Hold(reason, NOW - MINUTE)), NOW).text();

        assertThat(why)
                .startsWith(
                        "Has been due since 2026-05-04T08:00:00Z. Nobody is handed out, since 2026-05-04T07:59:00Z because ")
                .doesNotContain("waits for its turn");
    }

    @Test
    void namesEverythingThatHoldsDispatchBack() {
        Timeline due = person(LearnerState.NEW).dueAt(NOW).timeline();

        String why = new Why(
                        due,
                        null,
                        List.of(new Hold(Hold.Reason.ALM_DOWN, NOW), new Hold(Hold.Reason.TOKEN_REFUSED, NOW)),
                        NOW)
                .text();

        assertThat(why)
                .contains(
                        "most calls to ALM fail",
                        "; and since 2026-05-04T08:00:00Z because ALM accepts no access token");
    }

    /** Who is not due is held back by nothing but their own day. */
    @Test
    void namesNoHoldToWhomItDoesNotConcern() {
        Timeline later = person(LearnerState.NEW)
                .startAt(NOW + MINUTE)
                .dueAt(NOW + MINUTE)
                .timeline();

        assertThat(new Why(later, null, List.of(new Hold(Hold.Reason.ALM_DOWN, NOW)), NOW).text())
                .startsWith("Waits for the start date");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatEachFailureMeansForTheNextTry(FailureClass failureClass) {
        Timeline later = person(LearnerState.CREATED)
                .course(EnrolmentState.DUE, 0, null)
                .failed(AlmCall.ENROL_USER, null, failureClass)
                .dueAt(NOW + MINUTE)
                .timeline();

        assertThat(new Why(later, null, List.of(), NOW).text())
                .matches("[A-Z].+, tried once[.] The next try is at 2026-05-04T08:01:00Z[.]");
    }

    @Test
    void namesAFurtherRowThatWaitsWithItsBatch() {
        Timeline enrolled = person(LearnerState.ENROLLED)
                .course(EnrolmentState.ENROLLED, 0, null)
                .timeline();

        assertThat(new Why(enrolled, held("b2", "9 rows are too many", false), List.of(), NOW).text())
                .endsWith(
                        "nothing left to do. Besides, there is another row. Row 5 waits with batch b2, which is held: 9"
                                + " rows are too many. Look at it, then approve it: POST /api/batches/b2/approve.");
        assertThat(new Why(enrolled, held("b2", "9 rows are too many", true), List.of(), NOW).text())
                .endsWith("Row 5 waits with batch b2, which is approved: it goes on by itself soon.");
        assertThat(new Why(enrolled, held("b2", null, false), List.of(), NOW).text())
                .endsWith("Row 5 waits with batch b2, which is still read and will be held.");
    }

    /** While the rows of an approved batch go on, each is there twice for a moment. */
    @Test
    void doesNotNameTheSameRowTwice() {
        Timeline due = person(LearnerState.NEW).dueAt(NOW).timeline();

        assertThat(new Why(due, held("b1", "9 rows are too many", true), List.of(), NOW).text())
                .doesNotContain("another row");
    }

    private static HeldPerson held(String batch, String because, boolean approved) {
        return new HeldPerson("ann", "ann@example.com", Map.of(), "hr", "hr.csv", batch, 5, because, approved);
    }

    private static Person person(LearnerState state) {
        return new Person(state);
    }

    /** A person in a situation of its own making. */
    private static final class Person {

        private final LearnerState state;
        private final List<Attempt> attempts = new ArrayList<>();
        private final List<Course> courses = new ArrayList<>();
        private final List<Handover> escalations = new ArrayList<>();
        private String almUserId;
        private long retryFrom;
        private long startAt;
        private Long dueAt;
        private Waiting waiting;

        Person(LearnerState state) {
            this.state = state;
            this.almUserId = state == LearnerState.NEW ? null : "1";
        }

        Person almUserId(String id) {
            almUserId = id;
            return this;
        }

        Person retryFrom(long at) {
            retryFrom = at;
            return this;
        }

        Person startAt(long at) {
            startAt = at;
            return this;
        }

        Person dueAt(long at) {
            dueAt = at;
            return this;
        }

        Person waiting(Waiting forWhom) {
            waiting = forWhom;
            return this;
        }

        Person course(EnrolmentState itsState, long itsStart, String escalationId) {
            courses.add(new Course("course:1", "course:1_" + courses.size(), itsState, null, itsStart, escalationId));
            return this;
        }

        Person lag() {
            return failed(AlmCall.ENROL_USER, 400, FailureClass.INDEXING_LAG);
        }

        Person failed(AlmCall call, Integer status, FailureClass failureClass) {
            Attempt attempt = Attempt.started(attempts.size() + 1, call, INSTANCE, NOW - 10 * MINUTE);
            attempts.add(attempt.failed(NOW - 10 * MINUTE + 1_000, status, failureClass, "r", "body"));
            return this;
        }

        Person open(AlmCall call) {
            attempts.add(Attempt.started(attempts.size() + 1, call, null, NOW - 10 * MINUTE));
            return this;
        }

        Person escalation(String id, FailureClass failureClass) {
            return escalation(id, failureClass, null);
        }

        Person escalation(String id, FailureClass failureClass, Dismissal dismissal) {
            long openedAt = NOW - 60 * MINUTE + escalations.size() * MINUTE;
            escalations.add(new Handover(id, failureClass, openedAt, dismissal, List.of()));
            return this;
        }

        Timeline timeline() {
            Learner learner = new Learner(
                    "ann",
                    "ann@example.com",
                    Map.of(),
                    "hr",
                    "b1",
                    2,
                    almUserId,
                    null,
                    false,
                    retryFrom,
                    List.of(),
                    attempts);
            return new Timeline(learner, state, "hr.csv", 0, startAt, dueAt, null, waiting, courses, escalations);
        }
    }
}
