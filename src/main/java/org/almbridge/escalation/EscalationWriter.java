package org.almbridge.escalation;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.EscalationEndpoints;
import org.almbridge.learner.Escalation;
import org.almbridge.ledger.Delivery;
import org.almbridge.webhook.WebhookVariables;
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
        Escalation escalation = delivery.escalation();
        exchange.setVariable(WebhookVariables.ENDPOINT, endpoints.uri(delivery.endpoint()));
        // one that is opened anew keeps its id, and must not be taken for the one that was sent before
        exchange.setVariable(WebhookVariables.MESSAGE_ID, escalation.id() + "-" + escalation.openedAt());
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME, escalation.id() + ".json");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        message.setBody(EscalationRecord.of(escalation));
    }
}
