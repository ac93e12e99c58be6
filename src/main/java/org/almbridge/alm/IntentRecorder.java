package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Makes the intent durable before a call that changes ALM: after a crash the call counts as one of unknown outcome. */
@Singleton
@Named("recordIntent")
class IntentRecorder extends LedgerStep {

    private final LearnerLedger ledger;

    IntentRecorder(LearnerLedger ledger, AlmCalls calls) {
        super(calls.finishing());
        this.ledger = ledger;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        return ledger.attempted(learner.learner().key(), learner.current());
    }
}
