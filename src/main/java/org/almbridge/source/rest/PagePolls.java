package org.almbridge.source.rest;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.almbridge.source.PollListener;
import org.almbridge.source.SourceOutages;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jboss.logging.Logger;

/** Backs off after a poll that could not be ended, and says so in one line and not at every poll. */
@Singleton
class PagePolls implements PollingConsumerPollStrategy {

    private static final Logger LOG = Logger.getLogger(PagePolls.class);

    private final SourceOutages outages;
    private final List<PollListener> listeners;

    PagePolls(SourceOutages outages, @All List<PollListener> listeners) {
        this.outages = outages;
        this.listeners = listeners;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return !outages.rests(settings(endpoint).source());
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        RestSettings settings = settings(endpoint);
        outages.over(settings.source())
                .ifPresent(outage -> LOG.infof(
                        "source %s: %s is read to its end again after %d s",
                        settings.source(), PageAddress.site(settings.url()), outage.toSeconds()));
        listeners.forEach(listener -> listener.polled(settings.source(), true));
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        PagesConsumer pages = (PagesConsumer) consumer;
        if (!pages.isRunAllowed() || endpoint.getCamelContext().isStopping()) {
            // the bridge is stopping, which ends a poll under way
            return false;
        }
        RestSettings settings = settings(endpoint);
        listeners.forEach(listener -> listener.polled(settings.source(), false));
        String reason = cause instanceof PageUnusableException
                ? pages.place() + " " + cause.getMessage()
                // what failed has said so itself
                : pages.place() + " could not be made durable ("
                        + cause.getClass().getSimpleName() + ")";
        if (outages.failed(settings.source(), reason)) {
            LOG.errorf(
                    "source %s: %s. %s; the bridge keeps trying",
                    settings.source(),
                    reason,
                    settings.watermark() == null
                            ? "Nothing behind it is read"
                            : "Nothing behind it is read, and the watermark stays before it");
        }
        return false;
    }

    private static RestSettings settings(Endpoint endpoint) {
        return ((PagesEndpoint) endpoint).settings();
    }
}
