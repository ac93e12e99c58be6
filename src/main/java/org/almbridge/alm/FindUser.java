package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM for the user with the learner's e-mail address. */
@Singleton
@Named("findUser")
class FindUser implements Processor {

    private final Clock clock;

    FindUser(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        learner.begin(AlmCall.FIND_USER, null, clock.millis());
        UsersByEmail.ask(exchange, learner.learner().email());
    }
}
