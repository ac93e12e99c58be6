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

/** Notes whether the learning object is there: when it is not, the instance is not what is wrong. */
@Singleton
@Named("noteLearningObject")
class LearningObjectFinding implements Processor {

    private final Clock clock;

    LearningObjectFinding(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws AlmAnswerException {
        Course course = CourseVariables.course(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        boolean there = LookUp.finds(answer, AlmCall.FIND_COURSE, clock);
        if (!there) {
            note(exchange, answer, "ALM has no learning object " + course.loId());
        } else if (CourseDocument.isRetired(answer.data())) {
            note(exchange, answer, "The learning object " + course.loId() + " is retired in ALM");
        } else if (!course.namesInstance()) {
            CourseVariables.finding(exchange, CourseDocument.defaultInstance(course.loId(), answer));
        }
    }

    private static void note(Exchange exchange, AlmAnswer answer, String problem) {
        CourseVariables.finding(exchange, CourseFinding.missing(Part.LEARNING_OBJECT, problem, answer.evidence()));
    }
}
