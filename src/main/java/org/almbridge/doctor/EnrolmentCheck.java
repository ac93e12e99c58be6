package org.almbridge.doctor;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.almbridge.alm.LookUp;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;

/** Enrols the throw-away user as soon as ALM lets it, and tries what ALM says to enrolments that cannot be. */
final class EnrolmentCheck {

    private static final String LAG = "lag";
    private static final String ENROL = "enrolment";
    private static final String SEND = "Send the answer below to the maintainers.";
    private static final Enrolment NOT_THERE = new Enrolment("course:0", "course:0_0");
    private static final Enrolment MALFORMED = new Enrolment("no-course", "no-instance");

    private final Calls calls;
    private final Report report;
    private final Clock clock;
    private final UserCheck users;
    private final long windowMs;

    /** @param windowMs milliseconds after which an enrolment that ALM still refuses is not tried again */
    EnrolmentCheck(Calls calls, Report report, Clock clock, UserCheck users, long windowMs) {
        this.calls = calls;
        this.report = report;
        this.clock = clock;
        this.users = users;
        this.windowMs = windowMs;
    }

    /** Tries until ALM accepts; the first look-up that shows the user is told as well. */
    boolean enrols(LearnerInFlight person, Enrolment course) throws InterruptedException {
        Question question = Question.enrol("enrolment of the new user", course.loId(), course.loInstanceId(), true);
        long refusedAtMs = 0;
        int tries = 0;
        boolean shown = false;
        Reply reply;
        do {
            if (tries > 0) {
                TimeUnit.MILLISECONDS.sleep(LagMeasured.stepMs(ageMs(person)));
            }
            shown = shown || isShown(person);
            reply = calls.ask(question, person, course);
            tries++;
            if (reply.isSuccess()) {
                long acceptedAtMs = reply.answeredAt() - person.createdAt();
                report.ok(LAG, new LagMeasured(refusedAtMs, acceptedAtMs, tries).toString());
                return true;
            }
            judge(reply, tries);
            refusedAtMs = reply.sentAt() - person.createdAt();
        } while (mayLag(reply) && ageMs(person) < windowMs);
        report.fail(
                LAG,
                tries + " enrolments, the last of a user of " + Spell.text(ageMs(person)) + ": " + reply.outcome(),
                mayLag(reply)
                        ? "If ALM shows the enrolment possible by hand, the index is slower than"
                                + " bridge.retry.lag-window-ms: raise it. " + SEND
                        : "The answer below says why. With HTTP 403 the token lacks the scope admin:write.");
        return false;
    }

    private boolean isShown(LearnerInFlight person) throws InterruptedException {
        Reply lookUp = calls.ask(Question.findUser("look-up of the user"), person, null);
        if (!users.isShownBy(lookUp)) {
            return false;
        }
        report.ok(
                "look-up",
                "by e-mail address it shows the user " + Spell.text(lookUp.answeredAt() - person.createdAt())
                        + " after the create");
        return true;
    }

    private long ageMs(LearnerInFlight person) {
        return clock.millis() - person.createdAt();
    }

    /** Nobody knows for sure by which answer ALM says that its index lags, so all that could mean it are waited out. */
    private static boolean mayLag(Reply reply) {
        return !reply.isAnswer() || reply.is(400) || reply.is(404) || reply.status() >= 429;
    }

    private void judge(Reply reply, int tries) {
        if (tries == 1 && reply.isAnswer() && reply.failureClass() != FailureClass.INDEXING_LAG && mayLag(reply)) {
            report.fail(
                    ENROL,
                    "the new user's first one: " + reply.outcome() + " and not for a lag",
                    "Unless the course itself refuses people, the bridge would escalate new users. " + SEND);
        }
    }

    /** Whether ALM takes a repeat for what it is, and shows the enrolment by its composed id. */
    void repeats(LearnerInFlight person, Enrolment course) throws InterruptedException {
        Reply repeat = calls.ask(
                Question.enrol("repeat of the enrolment", course.loId(), course.loInstanceId(), true), person, course);
        if (repeat.isSuccess() || repeat.failureClass() == FailureClass.ALREADY_ENROLLED) {
            report.ok("repeat", "a repeated enrolment: " + repeat.outcome());
        } else {
            report.warn("repeat", "a repeated enrolment: " + repeat.outcome(), SEND);
        }
        Reply read =
                calls.ask(Question.findEnrolment("look-up of the enrolment", course.loInstanceId()), person, course);
        if (read.isSuccess() && !read.id().isBlank()) {
            report.ok("look-up", "the enrolment is shown by its composed id");
        } else {
            report.warn(
                    "look-up",
                    "the enrolment by its composed id: " + read.outcome(),
                    "Reads of enrolments may lag, too. " + SEND);
        }
    }

    /** What ALM says to ids that are wrong; writes nothing. */
    void triesWrongIds(LearnerInFlight person) throws InterruptedException {
        refuses("course:0", "enrolment in a course that is not there", person, NOT_THERE);
        refuses("no-course", "enrolment in a course by a malformed id", person, MALFORMED);
        Reply read = calls.ask(
                Question.findEnrolment("look-up of an enrolment that is not there", NOT_THERE.loInstanceId()),
                person,
                NOT_THERE);
        if (read.isAnswer() && read.id().isBlank() && LookUp.saysAbsent(read.status(), read.body())) {
            report.ok("look-up", "that an enrolment is not there is said by HTTP " + read.status());
        } else {
            report.fail(
                    "look-up",
                    "an enrolment that is not there: " + read.outcome(),
                    "The bridge does not read that as 'not there', and could not settle a lost answer. " + SEND);
        }
    }

    private void refuses(String loId, String name, LearnerInFlight person, Enrolment wrong)
            throws InterruptedException {
        Reply reply = calls.ask(Question.enrol(name, wrong.loId(), wrong.loInstanceId(), false), person, wrong);
        if (reply.isSuccess()) {
            report.fail("wrong id", "ALM accepts an enrolment in " + loId, SEND);
        } else if (reply.failureClass() == FailureClass.REJECTED) {
            report.ok("wrong id", loId + ": " + reply.outcome());
        } else {
            report.warn("wrong id", loId + ": " + reply.outcome(), SEND);
        }
    }
}
