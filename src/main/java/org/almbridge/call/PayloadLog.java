package org.almbridge.call;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.MessageHelper;
import org.jboss.logging.Logger;

/** Logs what goes to ALM and what comes back, masked. The token endpoint is left out altogether. */
final class PayloadLog extends EventNotifierSupport {

    private static final Logger LOG = Logger.getLogger(PayloadLog.class);

    private final String api;

    /** @param api address of the API, to which the log is limited */
    PayloadLog(String api) {
        this.api = api;
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
    }

    static boolean isWanted() {
        return LOG.isDebugEnabled();
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSendingEvent sending
                && isApi(sending.getEndpoint().getEndpointUri())) {
            Exchange exchange = sending.getExchange();
            LOG.debugf(
                    "%s > %s %s",
                    exchange.getExchangeId(),
                    call(exchange.getMessage(), sending.getEndpoint().getEndpointUri()),
                    Masked.body(body(exchange.getMessage())));
        } else if (event instanceof ExchangeSentEvent sent
                && isApi(sent.getEndpoint().getEndpointUri())) {
            LOG.debugf(
                    "%s < %s after %d ms",
                    sent.getExchange().getExchangeId(), answer(sent.getExchange()), sent.getTimeTaken());
        }
    }

    private boolean isApi(String uri) {
        return uri.startsWith(api);
    }

    private static String call(Message request, String uri) {
        String path = request.getHeader(Exchange.HTTP_PATH, String.class);
        String query = request.getHeader(Exchange.HTTP_QUERY, String.class);
        return request.getHeader(Exchange.HTTP_METHOD) + " "
                + Masked.url(uri.replaceFirst("\\?.*", "")
                        + (path == null ? "" : "/" + path)
                        + (query == null ? "" : "?" + query));
    }

    private static String answer(Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure instanceof HttpOperationFailedException http) {
            return http.getStatusCode() + " " + Masked.body(http.getResponseBody()) + ", x-request-id "
                    + FailedAnswer.header(http, "x-request-id");
        }
        if (failure != null) {
            return "no answer: " + failure.getClass().getSimpleName();
        }
        Message answer = exchange.getMessage();
        return answer.getHeader(Exchange.HTTP_RESPONSE_CODE) + " " + Masked.body(body(answer)) + ", x-request-id "
                + answer.getHeader("x-request-id");
    }

    /** Whoever comes next reads the body from its start. */
    private static String body(Message message) {
        String body = message.getBody(String.class);
        MessageHelper.resetStreamCache(message);
        return body;
    }
}
