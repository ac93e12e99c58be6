package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** The messages of a round. */
@Singleton
@Named("alertMessages")
class AlertMessages extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        return exchange.getVariable("alerts", AlertRound.class).messages();
    }
}
