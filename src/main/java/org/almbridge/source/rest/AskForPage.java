package org.almbridge.source.rest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Makes the request for the page that is next. */
@Singleton
@Named("askForPage")
class AskForPage implements Processor {

    @Override
    public void process(Exchange exchange) {
        Poll poll = PageVariables.poll(exchange);
        RestSettings settings = poll.settings();
        Message request = PageRequest.to(exchange, "GET", poll.address(), settings.timeoutMs());
        settings.access().header().ifPresent(header -> request.setHeader(header.getKey(), header.getValue()));
    }
}
