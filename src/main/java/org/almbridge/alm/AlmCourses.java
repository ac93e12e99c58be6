package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.alm.SharedLookUp.Question;
import org.almbridge.call.AlmCalls;
import org.almbridge.course.Course;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.CourseSource;
import org.almbridge.learner.AlmCall;

/** Asks for courses by the route alm-find-course; created learners wait for the answer. */
@Singleton
class AlmCourses implements CourseSource {

    private final SharedLookUp lookUp;
    private final AlmCalls calls;

    AlmCourses(SharedLookUp lookUp, AlmCalls calls) {
        this.lookUp = lookUp;
        this.calls = calls;
    }

    @Override
    public CompletableFuture<CourseFinding> ask(Course course) {
        return lookUp.ask(new Question<>(
                "direct:alm-find-course",
                AlmCall.FIND_COURSE,
                calls.finishing(),
                exchange -> CourseVariables.course(exchange, course),
                CourseVariables::finding));
    }
}
