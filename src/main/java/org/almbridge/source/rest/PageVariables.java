package org.almbridge.source.rest;

import org.apache.camel.Exchange;

/** Names the variables of an exchange that carries a poll; routes/README.md lists them. */
final class PageVariables {

    /** Set for the route that fetches: where to. */
    static final String API = "api";

    /** Set for the source: what to call the page. */
    static final String PAGE_NAME = "pageName";

    /** Set by accept-batch: a text that is there when a page could not be read to its end. */
    static final String SHELF = "shelf";

    static final String FAILURE = "failure";

    private static final String POLL = "poll";

    private PageVariables() {}

    static Poll poll(Exchange exchange) {
        return exchange.getVariable(POLL, Poll.class);
    }

    static void poll(Exchange exchange, Poll poll) {
        exchange.setVariable(POLL, poll);
    }
}
