package org.almbridge.outcome;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.ledger.Outcome;
import org.almbridge.webhook.WebhookVariables;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;

/** Turns an outcome into a message for the endpoint. */
@Singleton
@Named("writeOutcome")
class OutcomeWriter implements Processor {

    private final OutcomeEndpoint endpoint;

    OutcomeWriter(OutcomeEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        if (exchange.getContext().getStatus().isStopping()) {
            throw new RejectedExecutionException("the bridge stops; the ledger keeps what is left of the parcel");
        }
        Message message = exchange.getMessage();
        Outcome outcome = message.getMandatoryBody(Outcome.class);
        exchange.setVariable(WebhookVariables.ENDPOINT, endpoint.uri());
        exchange.setVariable(WebhookVariables.MESSAGE_ID, outcome.id());
        message.setHeader(Exchange.FILE_NAME, outcome.id() + ".json");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        if (endpoint.isTopic() && outcome.learnerKey() != null) {
            // elsewhere it would be sent as a header of the protocol
            message.setHeader(KafkaConstants.KEY, outcome.learnerKey());
        }
        message.setBody(outcome.document());
    }
}
