package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** Where every call to ALM waits for its turn, without holding a thread. */
@Singleton
@Named("gate")
class Gate extends AsyncProcessorSupport {

    private final AlmCalls calls;

    Gate(AlmCalls calls) {
        this.calls = calls;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        LearnerInFlight learner = InFlight.learner(exchange);
        // a call for no learner of its own is one that created learners wait for
        Executor lane = learner == null || learner.isCreated() ? calls.finishing() : calls.starting();
        lane.execute(() -> callback.done(false));
        return false;
    }
}
