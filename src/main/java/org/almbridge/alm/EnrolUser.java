package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.call.AlmRequest;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM to enrol the user; everything is in the address, a body is not expected. */
@Singleton
@Named("enrolUser")
class EnrolUser implements Processor {

    private final Clock clock;

    EnrolUser(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        Enrolment enrolment = InFlight.enrolment(exchange);
        learner.begin(AlmCall.ENROL_USER, enrolment, clock.millis());
        AlmRequest.post(
                exchange,
                AlmRequest.encode(learner.almUserId()) + "/enrollments",
                "loId=" + AlmRequest.encode(enrolment.loId())
                        + "&loInstanceId=" + AlmRequest.encode(enrolment.loInstanceId())
                        + "&allowMultiEnrollment=false");
    }
}
