package org.almbridge.outcome;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.OutcomeParcel;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Notes that the endpoint has one more outcome of the parcel, so that it is not sent again when a later one fails. */
@Singleton
@Named("outcomeTaken")
class OutcomeTaken implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getVariable("parcel", OutcomeParcel.class).take();
    }
}
