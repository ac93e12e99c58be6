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

/** Asks ALM for the enrolment by its composed id, {@code <loInstanceId>_<userId>}. */
@Singleton
@Named("findEnrolment")
class FindEnrolment implements Processor {

    private final Clock clock;

    FindEnrolment(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        Enrolment enrolment = InFlight.enrolment(exchange);
        learner.begin(AlmCall.FIND_ENROLMENT, enrolment, clock.millis());
        String id = enrolment.loInstanceId() + "_" + learner.almUserId();
        AlmRequest.get(
                exchange, AlmRequest.encode(learner.almUserId()) + "/enrollments/" + AlmRequest.encode(id), null);
    }
}
