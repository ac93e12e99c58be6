package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.FailureClass;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Takes the user's id from ALM's answer to a create. */
@Singleton
@Named("recordUserCreated")
class UserCreatedRecorder extends LedgerStep {

    private final UserRecorder recorder;

    UserCreatedRecorder(UserRecorder recorder, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) throws AlmAnswerException {
        AlmAnswer answer = AlmAnswer.of(exchange);
        JsonNode id = answer.data().path("id");
        if (id.asText().isBlank()) {
            // large accounts are known to create asynchronously: the user will be there, under an id to be looked up
            throw answer.means(FailureClass.UNKNOWN_OUTCOME, "the answer names no data.id");
        }
        return recorder.record(InFlight.learner(exchange), answer, id.asText(), false);
    }
}
