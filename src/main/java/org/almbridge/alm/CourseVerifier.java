package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.course.CourseFinding;
import org.almbridge.directory.Evidence;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.apache.camel.Exchange;

/** Lets an enrolment pass once ALM has shown its instance to be there. */
@Singleton
@Named("verifyCourse")
class CourseVerifier extends SharedAnswerStep<CourseFinding> {

    private final CourseDirectory courses;

    CourseVerifier(CourseDirectory courses, AlmCalls calls, Clock clock) {
        super(AlmCall.FIND_COURSE, calls, clock);
        this.courses = courses;
    }

    @Override
    CompletableFuture<CourseFinding> ask(Exchange exchange) {
        Enrolment enrolment = InFlight.enrolment(exchange);
        return courses.find(new Course(enrolment.loId(), enrolment.loInstanceId()));
    }

    @Override
    void take(Exchange exchange, CourseFinding finding) throws AlmAnswerException {
        if (!finding.isAvailable()) {
            throw rejection(finding);
        }
        InFlight.verified(exchange, InFlight.enrolment(exchange));
    }

    private static AlmAnswerException rejection(CourseFinding finding) {
        Evidence evidence = finding.evidence();
        return new AlmAnswerException(
                FailureClass.REJECTED,
                evidence.status(),
                evidence.requestId(),
                finding.problem()
                        + ". Correct the id where it comes from, the row or a rule of bridge.enrolments, or put the"
                        + " course right in ALM; then replay. ALM's answer: " + evidence.body());
    }
}
