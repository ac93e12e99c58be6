package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Settles an open create by what ALM says of the learner's e-mail address. */
@Singleton
@Named("recordUserFound")
class UserFoundRecorder extends LedgerStep {

    private final UserRecorder recorder;
    private final FruitlessLookUp fruitless;

    UserFoundRecorder(UserRecorder recorder, FruitlessLookUp fruitless, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
        this.fruitless = fruitless;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws AlmAnswerException {
        LearnerInFlight learner = InFlight.learner(exchange);
        AlmAnswer answer = AlmAnswer.of(exchange);
        Optional<JsonNode> user = UsersByEmail.user(answer, learner.learner().email());
        if (user.isPresent()) {
            return link(learner, answer, user.get());
        }
        return fruitless.record(learner, AlmCall.CREATE_USER, null, answer);
    }

    private CompletableFuture<?> link(LearnerInFlight learner, AlmAnswer answer, JsonNode user)
            throws AlmAnswerException {
        if (!UsersByEmail.isActive(user)) {
            throw answer.means(
                    FailureClass.REJECTED,
                    "ALM has a user with this e-mail address in state " + UsersByEmail.state(user));
        }
        return recorder.record(learner, answer, user.path("id").asText(), true);
    }
}
