package org.almbridge.ledger;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;

/** Exchanges as a route leaves them. */
final class Exchanges {

    private static final CamelContext CONTEXT = new DefaultCamelContext();

    private Exchanges() {}

    static Exchange through() {
        return new DefaultExchange(CONTEXT);
    }

    /** Failed while Camel stops, whatever with. */
    static Exchange failedWhileStopping(Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext() {
            @Override
            public ServiceStatus getStatus() {
                return ServiceStatus.Stopping;
            }
        });
        exchange.setException(failure);
        return exchange;
    }

    static Exchange failedWith(Exception failure) {
        Exchange exchange = through();
        exchange.setException(failure);
        return exchange;
    }
}
