package org.almbridge.outcome;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.ledger.OutcomeParcel;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** The outcomes of a parcel, one after the other. */
@Singleton
@Named("outcomes")
class Outcomes extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        return exchange.getVariable("parcel", OutcomeParcel.class).outcomes();
    }
}
