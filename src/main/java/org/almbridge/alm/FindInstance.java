package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.call.AlmRequest;
import org.almbridge.course.Course;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM for the instance that a course names. */
@Singleton
@Named("findInstance")
class FindInstance implements Processor {

    @Override
    public void process(Exchange exchange) {
        Course course = CourseVariables.course(exchange);
        AlmRequest.get(
                exchange,
                AlmRequest.encode(course.loId()) + "/instances/" + AlmRequest.encode(course.loInstanceId()),
                null);
    }
}
