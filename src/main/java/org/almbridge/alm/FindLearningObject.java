package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.call.AlmRequest;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM for a learning object with all its instances. */
@Singleton
@Named("findLearningObject")
class FindLearningObject implements Processor {

    @Override
    public void process(Exchange exchange) {
        AlmRequest.get(
                exchange, AlmRequest.encode(CourseVariables.course(exchange).loId()), "include=instances");
    }
}
