package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.plan.UserFinding;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes for a plan which user ALM has for the learner's e-mail address. */
@Singleton
@Named("notePlannedUser")
class PlannedUser implements Processor {

    @Override
    public void process(Exchange exchange) {
        String email = InFlight.learner(exchange).learner().email();
        InFlight.found(
                exchange,
                UsersByEmail.user(AlmAnswer.of(exchange), email)
                        .map(user -> new UserFinding(
                                user.path("id").asText(), UsersByEmail.state(user), UsersByEmail.isActive(user)))
                        .orElse(UserFinding.NONE));
    }
}
