package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
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
        Executor lane = InFlight.learner(exchange).isCreated() ? calls.finishing() : calls.starting();
        lane.execute(() -> callback.done(false));
        return false;
    }
}
