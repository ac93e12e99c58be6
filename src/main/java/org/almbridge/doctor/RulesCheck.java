package org.almbridge.doctor;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.almbridge.BridgeConfig;
import org.almbridge.alm.AlmAnswerException;
import org.almbridge.alm.AlmFailure;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.RuleProblem;
import org.almbridge.directory.Evidence;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;

/** Whether ALM has the courses that the rules name, asked as the bridge asks. */
final class RulesCheck {

    private static final String RULE = "rule";
    private static final Course NOT_THERE = new Course("course:0", null);

    private final BridgeConfig config;
    private final CourseDirectory courses;
    private final Report report;
    private final Clock clock;

    RulesCheck(BridgeConfig config, CourseDirectory courses, Report report, Clock clock) {
        this.config = config;
        this.courses = courses;
        this.report = report;
        this.clock = clock;
    }

    /** @return what the throw-away user can be enrolled in, empty when no rule names anything */
    Optional<Enrolment> usable() {
        if (config.enrolments().isEmpty()) {
            report.warn(
                    RULE,
                    "no rule says who gets which course",
                    "Set bridge.enrolments.<rule>.lo-id, unless every row names a course of its own.");
        }
        Optional<Enrolment> usable = Optional.empty();
        for (Map.Entry<String, BridgeConfig.EnrolmentRule> rule : new TreeMap<>(config.enrolments()).entrySet()) {
            Optional<Enrolment> found = usable(rule.getKey(), rule.getValue());
            usable = usable.isPresent() ? usable : found;
        }
        return usable;
    }

    private Optional<Enrolment> usable(String name, BridgeConfig.EnrolmentRule rule) {
        Optional<CourseFinding> told = find(Course.of(rule), name);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        CourseFinding finding = told.get();
        if (!finding.isAvailable()) {
            report.fail(
                    RULE,
                    RuleProblem.text(name, finding) + ". ALM answered HTTP "
                            + finding.evidence().status() + ".");
            return Optional.empty();
        }
        report.ok(
                RULE,
                name + ": " + finding.loInstanceId() + " is there"
                        + (rule.loInstanceId().isPresent() ? "" : "; it is the default instance"));
        return Optional.of(new Enrolment(rule.loId(), finding.loInstanceId()));
    }

    /** The bridge tells a wrong course from a lag by this answer, so it has to know it. */
    void triesACourseThatIsNotThere() {
        long from = clock.millis();
        find(NOT_THERE, "a course that is not there").ifPresent(finding -> {
            if (finding.isAvailable()) {
                report.fail(RULE, "ALM shows a course " + NOT_THERE.loId(), "Send this line to the maintainers.");
            } else {
                Evidence evidence = finding.evidence();
                report.ok(RULE, "that a course is not there is said by HTTP " + evidence.status());
                reply(evidence.status(), evidence.requestId(), evidence.body(), null, from);
            }
        });
    }

    /** Empty when ALM's answer says neither that the course is there nor that it is not. */
    private Optional<CourseFinding> find(Course course, String name) {
        long from = clock.millis();
        try {
            return Optional.of(courses.find(course).join());
        } catch (CompletionException e) {
            String why = e.getCause().getClass().getSimpleName();
            if (e.getCause() instanceof AlmAnswerException answer) {
                AlmFailure failure = answer.failure();
                why = failure.status() == null ? "no answer" : "HTTP " + failure.status();
                why += ", which the bridge takes for " + failure.failureClass();
                if (failure.status() != null) {
                    reply(failure.status(), failure.requestId(), failure.body(), failure.failureClass(), from);
                }
            }
            report.fail(
                    RULE,
                    name + ": ALM does not tell of " + course.loId() + ": " + why,
                    "With HTTP 403 the token lacks the scope admin:read. Otherwise run the doctor again; if it stays,"
                            + " send the report to the maintainers.");
            return Optional.empty();
        }
    }

    private void reply(Integer status, String requestId, String body, FailureClass failureClass, long from) {
        report.reply(new Reply(
                Question.findCourse(),
                status,
                requestId == null ? Map.of() : Map.of("x-request-id", requestId),
                body,
                failureClass,
                from,
                clock.millis(),
                null));
    }
}
