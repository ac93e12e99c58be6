package org.almbridge.call;

import java.util.List;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.ExchangeHelper;

/** Tells how long each call to ALM took, by Camel's own events of it; those of other endpoints are not wanted. */
final class CallTimer extends EventNotifierSupport {

    /** A property, because a call that failed has lost the headers of its request when it is told of. */
    private static final String METHOD = CallTimer.class.getName() + ".method";

    private static final String PREFIX = "alm-";
    private static final String ONCE = "-once";

    private final String alm;
    private final List<CallListener> listeners;

    /** @param alm what the addresses of ALM's endpoints begin with; they hold no id, which goes by header */
    CallTimer(String alm, List<CallListener> listeners) {
        this.alm = alm;
        this.listeners = listeners;
        setIgnoreCamelContextEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeFailedEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
    }

    /** Camel takes the time only where the event of the beginning is wanted. */
    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof ExchangeSendingEvent sending && isAlm(sending.getEndpoint())
                || event instanceof ExchangeSentEvent sent && isAlm(sent.getEndpoint());
    }

    private boolean isAlm(Endpoint endpoint) {
        return endpoint.getEndpointUri().startsWith(alm);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSendingEvent sending) {
            Exchange exchange = sending.getExchange();
            exchange.setProperty(METHOD, AlmRequest.method(exchange));
        } else if (event instanceof ExchangeSentEvent sent) {
            Exchange exchange = sent.getExchange();
            String endpoint = endpoint(ExchangeHelper.getRouteId(exchange));
            String method = exchange.getProperty(METHOD, String.class);
            Integer status = status(exchange);
            listeners.forEach(listener -> listener.called(endpoint, method, status, sent.getTimeTaken()));
        }
    }

    /** The routes are ours, so there are as many words as routes that call ALM. */
    private static String endpoint(String routeId) {
        if (routeId == null || !routeId.startsWith(PREFIX)) {
            return "other";
        }
        int end = routeId.endsWith(ONCE) ? routeId.length() - ONCE.length() : routeId.length();
        return routeId.substring(PREFIX.length(), end);
    }

    private static Integer status(Exchange exchange) {
        if (exchange.getException() instanceof HttpOperationFailedException failure) {
            return failure.getStatusCode();
        }
        return exchange.getException() == null
                ? exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class)
                : null;
    }
}
