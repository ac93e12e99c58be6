package org.almbridge.alm;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.almbridge.alm.Retry.Verdict;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Records a failed attempt and decides what comes next; runs before Camel computes the delay of a redelivery. */
@Singleton
@Named("recordFailure")
class FailureRecorder implements Processor {

    private final FailureReader reader;
    private final RetryPlanner planner;
    private final LearnerLedger ledger;
    private final IndexLag indexLag;
    private final Outage outage;
    private final OutageLog outages;
    private final Clock clock;
    private final List<AlmListener> listeners;

    FailureRecorder(
            FailureReader reader,
            RetryPlanner planner,
            LearnerLedger ledger,
            IndexLag indexLag,
            Outage outage,
            OutageLog outages,
            Clock clock,
            @All List<AlmListener> listeners) {
        this.reader = reader;
        this.planner = planner;
        this.ledger = ledger;
        this.indexLag = indexLag;
        this.outage = outage;
        this.outages = outages;
        this.clock = clock;
        this.listeners = listeners;
    }

    @Override
    public void process(Exchange exchange) {
        AlmFailure failure = reader.failure(exchange).orElseThrow();
        LearnerInFlight learner = InFlight.learner(exchange);
        Attempt outcome = outcome(learner, InFlight.enrolment(exchange), failure);
        learner.ended(outcome);
        if (failure.failureClass() == FailureClass.INDEXING_LAG && outcome.call() == AlmCall.ENROL_USER) {
            indexLag.refused(learner);
        }
        outage.failed(failure.failureClass());
        outages.note(outcome.call(), failure);
        // not awaited: the ledger writes in order, so no later intent is durable before this outcome
        CompletableFuture<Void> written = ledger.attempted(learner.claim(), outcome);
        Retry retry = planner.next(learner, outcome, failure, redeliveries(exchange));
        if (retry.verdict() != Verdict.GIVE_UP) {
            written.thenRun(() -> listeners.forEach(listener -> listener.triedAgain(failure.failureClass())));
        }
        InFlight.failed(exchange, failure, retry);
        if (retry.delayMs() != null) {
            // Camel looks for it there, also when the failed call has left an out message
            exchange.getIn().setHeader(Exchange.REDELIVERY_DELAY, retry.delayMs());
        }
        if (retry.verdict() == Verdict.PARK) {
            learner.parkUntil(clock.millis() + retry.delayMs());
        }
    }

    private Attempt outcome(LearnerInFlight learner, Enrolment enrolment, AlmFailure failure) {
        Attempt current = learner.current();
        if (current == null) {
            AlmCall call = enrolment == null ? AlmCall.FIND_USER : AlmCall.FIND_ENROLMENT;
            current = learner.begin(call, enrolment, clock.millis());
        }
        return current.failed(
                clock.millis(), failure.status(), failure.failureClass(), failure.requestId(), failure.body());
    }

    private static int redeliveries(Exchange exchange) {
        return exchange.getIn().getHeader(Exchange.REDELIVERY_COUNTER, 0, Integer.class);
    }
}
