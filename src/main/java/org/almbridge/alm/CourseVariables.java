package org.almbridge.alm;

import org.almbridge.course.Course;
import org.almbridge.course.CourseFinding;
import org.apache.camel.Exchange;

/** The variables of an exchange that asks for a course; routes/README.md lists them. */
final class CourseVariables {

    private static final String COURSE = "course";
    private static final String FINDING = "finding";

    private CourseVariables() {}

    static Course course(Exchange exchange) {
        return exchange.getVariable(COURSE, Course.class);
    }

    static void course(Exchange exchange, Course course) {
        exchange.setVariable(COURSE, course);
    }

    /** {@code null} before the first answer. */
    static CourseFinding finding(Exchange exchange) {
        return exchange.getVariable(FINDING, CourseFinding.class);
    }

    static void finding(Exchange exchange, CourseFinding finding) {
        exchange.setVariable(FINDING, finding);
    }
}
