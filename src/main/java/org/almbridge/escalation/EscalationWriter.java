package org.almbridge.escalation;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.EscalationEndpoints;
import org.almbridge.ledger.Delivery;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Turns a delivery into a message for its endpoint. */
@Singleton
@Named("writeEscalation")
class EscalationWriter implements Processor {

    private final EscalationEndpoints endpoints;

    EscalationWriter(EscalationEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void process(Exchange exchange) {
        Delivery delivery = exchange.getVariable("delivery", Delivery.class);
        exchange.setVariable("endpoint", endpoints.uri(delivery.endpoint()));
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME, delivery.escalation().id() + ".json");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(EscalationRecord.of(delivery.escalation()));
    }
}
