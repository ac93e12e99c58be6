package org.almbridge.webhook;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Signs a message that goes out by HTTP, when there is a secret; any other is left as it is. */
@Singleton
@Named("signWebhook")
class WebhookSigner implements Processor {

    private final WebhookSecrets secrets;
    private final Clock clock;

    WebhookSigner(WebhookSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        String endpoint = exchange.getVariable(WebhookVariables.ENDPOINT, String.class);
        if (!secrets.areGiven() || !isHttp(endpoint)) {
            return;
        }
        Message message = exchange.getMessage();
        // the very bytes that are signed are sent
        byte[] content = message.getMandatoryBody(byte[].class);
        String id = exchange.getVariable(WebhookVariables.MESSAGE_ID, String.class);
        long timestamp = clock.millis() / 1000;
        message.setBody(content);
        message.setHeader("webhook-id", id);
        message.setHeader("webhook-timestamp", timestamp);
        message.setHeader("webhook-signature", secrets.signatures(id, timestamp, content));
    }

    private static boolean isHttp(String endpoint) {
        return endpoint.startsWith("http:") || endpoint.startsWith("https:");
    }
}
