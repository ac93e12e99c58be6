package org.almbridge.source;

import io.quarkus.arc.All;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.service.ServiceSupport;
import org.jboss.logging.Logger;

/** Backs off from a server that cannot be used, and says so in one line and not at every look. */
@Singleton
@Named("sftpPolls")
class SftpPolls implements PollingConsumerPollStrategy {

    private static final Logger LOG = Logger.getLogger(SftpPolls.class);

    private final SourceOutages outages;
    private final FileOutages files;
    private final List<PollListener> listeners;

    SftpPolls(SourceOutages outages, FileOutages files, @All List<PollListener> listeners) {
        this.outages = outages;
        this.files = files;
        this.listeners = listeners;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return !outages.rests(SourceRoutes.source(consumer)) && !files.rests(SourceRoutes.source(consumer));
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        outages.over(SourceRoutes.source(consumer))
                .ifPresent(outage -> LOG.infof(
                        "source %s: %s answers again after %d s",
                        SourceRoutes.source(consumer), SftpServer.of(endpoint).address(), outage.toSeconds()));
        files.lookEnded(SourceRoutes.source(consumer));
        tell(consumer, true);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        if (consumer instanceof ServiceSupport service && !service.isRunAllowed()) {
            // the bridge is stopping, which ends a look under way
            return false;
        }
        tell(consumer, false);
        SftpServer server = SftpServer.of(endpoint);
        String advice = SftpReason.advice(cause, server);
        if (outages.failed(SourceRoutes.source(consumer), advice)) {
            LOG.logf(
                    SftpReason.isWrongKey(cause) ? Logger.Level.ERROR : Logger.Level.WARN,
                    "source %s: nothing is read, %s %s. The bridge keeps trying",
                    SourceRoutes.source(consumer),
                    server.address(),
                    advice);
        }
        return false;
    }

    private void tell(Consumer consumer, boolean works) {
        listeners.forEach(listener -> listener.polled(SourceRoutes.source(consumer), works));
    }
}
