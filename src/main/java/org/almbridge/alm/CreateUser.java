package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.BridgeConfig;
import org.almbridge.call.AlmRequest;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Asks ALM to create the user. */
@Singleton
@Named("createUser")
class CreateUser implements Processor {

    private final BridgeConfig config;
    private final Clock clock;

    CreateUser(BridgeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        learner.begin(AlmCall.CREATE_USER, null, clock.millis());
        AlmRequest.post(
                exchange,
                UserDocument.of(
                        learner.learner().row(),
                        InFlight.managerId(exchange),
                        config.alm().accountId().orElse(null)));
    }
}
