package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.almbridge.HostName;
import org.almbridge.webhook.WebhookVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Turns a message of a round into one for its endpoint. */
@Singleton
@Named("writeAlert")
class AlertWriter implements Processor {

    private final AlertEndpoints endpoints;
    private final String bridge = HostName.find().orElse("alm-bridge");

    AlertWriter(AlertEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        AlertMessage alert = message.getMandatoryBody(AlertMessage.class);
        exchange.setVariable("alert", alert);
        AlertDocument document = AlertDocument.of(alert.standing(), bridge);
        exchange.setVariable(WebhookVariables.ENDPOINT, endpoints.uri(alert.endpoint()));
        exchange.setVariable(WebhookVariables.MESSAGE_ID, document.id());
        exchange.setVariable("form", endpoints.isMail(alert.endpoint()) ? "mail" : "json");
        message.setBody(document);
    }
}
