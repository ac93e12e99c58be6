package org.almbridge.escalation;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.EscalationEndpoints;
import org.almbridge.alm.InFlight;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.EscalationLedger;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/** Makes the escalation durable; from then on the ledger sees to it that people are told. */
@Singleton
@Named("openEscalation")
class EscalationOpener extends LedgerStep {

    private static final Logger LOG = Logger.getLogger(EscalationOpener.class);

    private final EscalationLedger ledger;
    private final EscalationEndpoints endpoints;

    EscalationOpener(EscalationLedger ledger, EscalationEndpoints endpoints, AlmCalls calls) {
        super(calls.finishing());
        this.ledger = ledger;
        this.endpoints = endpoints;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) {
        LearnerInFlight learner = InFlight.learner(exchange);
        Enrolment enrolment = InFlight.enrolment(exchange);
        String key = learner.learner().key();
        FailureClass failureClass = InFlight.failure(exchange).failureClass();
        LOG.warnf(
                "Escalation %s: %s, batch %s row %d, x-request-id %s",
                EscalationLedger.id(key, failureClass),
                failureClass,
                learner.learner().batch(),
                learner.learner().rowNumber(),
                InFlight.failure(exchange).requestId());
        return ledger.open(
                        learner.claim(),
                        failureClass,
                        enrolment == null ? null : enrolment.loInstanceId(),
                        endpoints.count())
                .thenAccept(learner::finished);
    }
}
