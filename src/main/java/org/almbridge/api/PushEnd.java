package org.almbridge.api;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.intake.BatchVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Lets the same request come again; before the answer goes out, for the caller may be quick. */
@Singleton
@Named("endPush")
class PushEnd implements Processor {

    private final PushesUnderWay underWay;

    PushEnd(PushesUnderWay underWay) {
        this.underWay = underWay;
    }

    @Override
    public void process(Exchange exchange) {
        String name = exchange.getVariable(BatchVariables.INPUT, String.class);
        if (name != null) {
            underWay.end(name);
        }
    }
}
