package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
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
        Optional<JsonNode> user = user(answer, learner.learner().email());
        if (user.isPresent()) {
            return link(learner, answer, user.get());
        }
        return fruitless.record(learner, AlmCall.CREATE_USER, null, answer);
    }

    /** ALM compares addresses without regard to case; a user whose address it does not tell may be anybody. */
    private static Optional<JsonNode> user(AlmAnswer answer, String email) {
        return StreamSupport.stream(answer.data().spliterator(), false)
                .filter(user -> !user.path("id").asText().isBlank())
                .filter(user -> email.equalsIgnoreCase(
                        user.path("attributes").path("email").asText()))
                .findFirst();
    }

    private CompletableFuture<?> link(LearnerInFlight learner, AlmAnswer answer, JsonNode user)
            throws AlmAnswerException {
        String state = user.path("attributes").path("state").asText("ACTIVE");
        if (!"ACTIVE".equalsIgnoreCase(state)) {
            throw answer.means(FailureClass.REJECTED, "ALM has a user with this e-mail address in state " + state);
        }
        return recorder.record(learner, answer, user.path("id").asText(), true);
    }
}
