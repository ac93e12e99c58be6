package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.almbridge.learner.AlmCall;
import org.almbridge.manager.Manager;
import org.almbridge.manager.ManagerFinding;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes whether ALM has a manager, who must be an active user. */
@Singleton
@Named("noteManager")
class ManagerLookUp implements Processor {

    private final Clock clock;

    ManagerLookUp(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws AlmAnswerException {
        Manager manager = ManagerVariables.manager(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        Optional<JsonNode> user = manager.isNamedById() ? byId(answer) : byEmail(answer, manager.email());
        ManagerVariables.finding(
                exchange,
                user.map(found -> finding(found, answer)).orElseGet(() -> ManagerFinding.missing(answer.evidence())));
    }

    private Optional<JsonNode> byId(AlmAnswer answer) throws AlmAnswerException {
        return LookUp.finds(answer, AlmCall.FIND_MANAGER, clock) ? Optional.of(answer.data()) : Optional.empty();
    }

    /** Of a list, only a list can say that somebody is not in it. */
    private Optional<JsonNode> byEmail(AlmAnswer answer, String email) throws AlmAnswerException {
        if (answer.status() != 200) {
            throw LookUp.failure(answer, AlmCall.FIND_MANAGER, clock);
        }
        return UsersByEmail.user(answer, email);
    }

    private static ManagerFinding finding(JsonNode user, AlmAnswer answer) {
        return UsersByEmail.isActive(user)
                ? ManagerFinding.active(user.path("id").asText())
                : ManagerFinding.inactive(UsersByEmail.state(user), answer.evidence());
    }
}
