package org.almbridge.source.rest;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.LoggingExceptionHandler;
import org.apache.camel.support.ScheduledPollEndpoint;

/** {@code pages:<source>}, an address to consume polls from; the route fetches their pages. */
final class PagesEndpoint extends ScheduledPollEndpoint {

    private final RestSettings settings;
    private final Watermarks watermarks;

    PagesEndpoint(
            String uri,
            Component component,
            RestSettings settings,
            Watermarks watermarks,
            PagePolls polls,
            long pollIntervalMs) {
        super(uri, component);
        this.settings = settings;
        this.watermarks = watermarks;
        setDelay(pollIntervalMs);
        setInitialDelay(0);
        setPollStrategy(polls);
    }

    RestSettings settings() {
        return settings;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        PagesConsumer consumer = new PagesConsumer(this, processor, watermarks);
        configureConsumer(consumer);
        // PagePolls has told of it
        consumer.setExceptionHandler(new LoggingExceptionHandler(getCamelContext(), getClass(), LoggingLevel.OFF));
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new IllegalArgumentException(getEndpointUri() + " hands polls out; nothing can be sent to it");
    }
}
