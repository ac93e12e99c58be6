package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.learner.AlmCall;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes for a plan whether ALM has the enrolment. */
@Singleton
@Named("notePlannedEnrolment")
class PlannedEnrolment implements Processor {

    private final Clock clock;

    PlannedEnrolment(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws AlmAnswerException {
        InFlight.found(exchange, LookUp.finds(AlmAnswer.of(exchange), AlmCall.FIND_ENROLMENT, clock));
    }
}
