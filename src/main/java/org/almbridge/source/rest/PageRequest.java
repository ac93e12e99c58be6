package org.almbridge.source.rest;

import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The headers by which Camel HTTP makes one call of a source; whatever an earlier call left behind is gone. */
final class PageRequest {

    private static final String RAW_QUERY = "CamelHttpRawQuery";

    private PageRequest() {}

    /** @param timeoutMs milliseconds to wait for an answer */
    static Message to(Exchange exchange, String method, URI address, long timeoutMs) {
        Message message = exchange.getMessage();
        clear(message);
        message.setBody(null);
        message.setHeader(Exchange.HTTP_METHOD, method);
        // by path and query, as placeholders are resolved in a whole address, which may have come from the API
        message.setHeader(Exchange.HTTP_PATH, PageAddress.path(address));
        message.setHeader(RAW_QUERY, address.getRawQuery());
        message.setHeader("Accept", "application/json");
        exchange.setVariable(
                PageVariables.API,
                PageAddress.site(address) + "?httpClientConfigurer=#pageHttpClient&throwExceptionOnFailure=false"
                        + "&disableStreamCache=true&responseTimeout=" + timeoutMs + "&soTimeout=" + timeoutMs);
        return message;
    }

    /** Takes away what a call sent and received, credentials among it, but for Camel's count of redeliveries. */
    static void clear(Message message) {
        message.removeHeaders("*", Exchange.REDELIVERY_COUNTER, Exchange.REDELIVERED);
    }
}
