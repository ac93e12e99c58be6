package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Remembers how far people have been told by a round. */
@Singleton
@Named("keepAlerts")
class AlertKeeper implements Processor {

    @Override
    public void process(Exchange exchange) {
        exchange.getVariable("alerts", AlertRound.class).keep();
    }
}
