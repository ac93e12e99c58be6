package org.almbridge.source.rest;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Begins a poll where the last one ended, and waits until the route is through with it. */
final class PagesConsumer extends ScheduledPollConsumer {

    private final RestSettings settings;
    private final Watermarks watermarks;
    private Poll poll;

    PagesConsumer(PagesEndpoint endpoint, Processor processor, Watermarks watermarks) {
        super(endpoint, processor);
        this.settings = endpoint.settings();
        this.watermarks = watermarks;
    }

    /** Where the last poll is or ended, for a message. */
    String place() {
        return (poll == null ? "the poll" : poll.name()) + " of " + PageAddress.site(settings.url());
    }

    @Override
    protected int poll() throws Exception {
        poll = new Poll(settings, since());
        Exchange exchange = createExchange(false);
        try {
            PageVariables.poll(exchange, poll);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return 1;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** {@code null} to read from the beginning. */
    private String since() throws Exception {
        if (settings.watermark() == null) {
            return null;
        }
        String start = settings.watermark().start();
        return watermarks.of(settings.source()).orElse(start.isEmpty() ? null : start);
    }
}
