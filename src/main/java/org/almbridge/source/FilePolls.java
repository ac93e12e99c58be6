package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Looks into a folder less often while a file in it can be neither read nor shelved. */
@Singleton
@Named("filePolls")
class FilePolls extends DefaultPollingConsumerPollStrategy {

    private final FileOutages outages;

    FilePolls(FileOutages outages) {
        this.outages = outages;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return !outages.rests(SourceRoutes.source(consumer));
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        outages.lookEnded(SourceRoutes.source(consumer));
    }
}
