package org.almbridge.source;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Looks into a folder less often while a file in it can be neither read nor shelved. */
@Singleton
@Named("filePolls")
class FilePolls extends DefaultPollingConsumerPollStrategy {

    private final FileOutages outages;
    private final List<PollListener> listeners;

    FilePolls(FileOutages outages, @All List<PollListener> listeners) {
        this.outages = outages;
        this.listeners = listeners;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return !outages.rests(SourceRoutes.source(consumer));
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        outages.lookEnded(SourceRoutes.source(consumer));
        tell(consumer, true);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) throws Exception {
        tell(consumer, false);
        return super.rollback(consumer, endpoint, retries, cause);
    }

    private void tell(Consumer consumer, boolean works) {
        listeners.forEach(listener -> listener.polled(SourceRoutes.source(consumer), works));
    }
}
