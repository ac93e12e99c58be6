package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    private final Clock clock;

    IntentRecorder(LearnerLedger ledger, Clock clock, AlmCalls calls) {
        super(calls.finishing());
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        return ledger.attempted(learner.claim(), learner.goesOut(clock.millis()));
    }
}
