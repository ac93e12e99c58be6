package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.course.Course;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.CourseFinding.Part;
import org.almbridge.learner.AlmCall;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes whether the instance of a course is there. */
@Singleton
@Named("noteInstance")
class InstanceFinding implements Processor {

    private final Clock clock;

    InstanceFinding(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws AlmAnswerException {
        Course course = CourseVariables.course(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        boolean there = LookUp.finds(answer, AlmCall.FIND_COURSE, clock);
        CourseVariables.finding(exchange, finding(course, there, answer));
    }

    private static CourseFinding finding(Course course, boolean there, AlmAnswer answer) {
        if (there && !CourseDocument.isRetired(answer.data())) {
            return CourseFinding.available(course.loInstanceId());
        }
        return CourseFinding.missing(
                Part.INSTANCE,
                there
                        ? "The instance " + course.loInstanceId() + " is retired in ALM"
                        : "ALM has no instance " + course.loInstanceId() + " of " + course.loId(),
                answer.evidence());
    }
}
