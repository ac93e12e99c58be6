package org.almbridge.alm;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Ends an exchange whose retry falls due while the bridge stops: the ledger keeps the learner for the next start. */
@Singleton
@Named("yieldToStop")
class StopYield implements Processor {

    @Override
    public void process(Exchange exchange) {
        if (exchange.getContext().getStatus().isStopping()) {
            exchange.setRouteStop(true);
        }
    }
}
