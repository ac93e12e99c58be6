package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.almbridge.call.AlmCalls;
import org.almbridge.course.Course;
import org.almbridge.course.CourseDirectory;
import org.almbridge.course.CourseFinding;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Lets an enrolment pass once ALM has shown its instance to be there, and holds no thread until then. The call is shared,
 * so it is an attempt of the learner only when the learner does not pass.
 */
@Singleton
@Named("verifyCourse")
class CourseVerifier extends AsyncProcessorSupport {

    private final CourseDirectory courses;
    private final AlmCalls calls;
    private final Clock clock;

    CourseVerifier(CourseDirectory courses, AlmCalls calls, Clock clock) {
        this.courses = courses;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        long from = clock.millis();
        Enrolment enrolment = InFlight.enrolment(exchange);
        CompletableFuture<CourseFinding> asked = courses.find(new Course(enrolment.loId(), enrolment.loInstanceId()));
        if (asked.isDone()) {
            asked.whenComplete((finding, failure) -> verify(exchange, from, finding, failure));
            callback.done(true);
            return true;
        }
        asked.whenCompleteAsync(
                (finding, failure) -> {
                    try {
                        verify(exchange, from, finding, failure);
                    } finally {
                        callback.done(false);
                    }
                },
                calls.finishing());
        return false;
    }

    private static void verify(Exchange exchange, long from, CourseFinding finding, Throwable failure) {
        Enrolment enrolment = InFlight.enrolment(exchange);
        if (failure != null) {
            stop(exchange, enrolment, from, failure instanceof CompletionException ? failure.getCause() : failure);
        } else if (finding.isAvailable()) {
            InFlight.verified(exchange, enrolment);
        } else {
            stop(exchange, enrolment, from, rejection(finding));
        }
    }

    private static void stop(Exchange exchange, Enrolment enrolment, long from, Throwable why) {
        if (why instanceof AlmAnswerException answer) {
            InFlight.learner(exchange).begin(AlmCall.FIND_COURSE, enrolment, from);
            // an exception belongs to one exchange, and this one is everybody's
            exchange.setException(new AlmAnswerException(answer.failure()));
        } else {
            exchange.setException(why);
        }
    }

    private static AlmAnswerException rejection(CourseFinding finding) {
        CourseFinding.Evidence evidence = finding.evidence();
        return new AlmAnswerException(
                FailureClass.REJECTED,
                evidence.status(),
                evidence.requestId(),
                finding.problem()
                        + ". Correct the id where it comes from, the row or a rule of bridge.enrolments, or put the"
                        + " course right in ALM; then replay. ALM's answer: " + evidence.body());
    }
}
