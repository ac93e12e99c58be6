package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.almbridge.call.AlmCalls;
import org.almbridge.ledger.LedgerStep;
import org.apache.camel.Exchange;

/** Takes ALM's word for an enrolment: the status says it all. */
@Singleton
@Named("recordEnrolled")
class EnrolledRecorder extends LedgerStep {

    private final EnrolmentRecorder recorder;
    private final IndexLag indexLag;

    EnrolledRecorder(EnrolmentRecorder recorder, IndexLag indexLag, AlmCalls calls) {
        super(calls.finishing());
        this.recorder = recorder;
        this.indexLag = indexLag;
    }

    @Override
    protected CompletableFuture<?> write(Exchange exchange) {
        indexLag.accepted(InFlight.learner(exchange));
        return recorder.record(InFlight.learner(exchange), InFlight.enrolment(exchange), AlmAnswer.of(exchange));
    }
}
