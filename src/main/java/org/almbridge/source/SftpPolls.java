package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.service.ServiceSupport;
import org.jboss.logging.Logger;

/** Backs off from a server that cannot be used, and says so in one line and not at every look. */
@Singleton
@Named("sftpPolls")
class SftpPolls implements PollingConsumerPollStrategy {

    private static final Logger LOG = Logger.getLogger(SftpPolls.class);

    private final Clock clock;
    private final Map<String, SftpOutage> outages = new ConcurrentHashMap<>();

    SftpPolls(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        SftpOutage outage = outages.get(source(consumer));
        return outage == null || !outage.restsAt(clock.instant());
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polled) {
        SftpOutage over = outages.remove(source(consumer));
        if (over != null) {
            LOG.infof(
                    "source %s: %s answers again after %d s",
                    source(consumer),
                    SftpServer.of(endpoint).address(),
                    Duration.between(over.since(), clock.instant()).toSeconds());
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception cause) {
        if (consumer instanceof ServiceSupport service && !service.isRunAllowed()) {
            // the bridge is stopping, which ends a look under way
            return false;
        }
        SftpServer server = SftpServer.of(endpoint);
        String advice = SftpReason.advice(cause, server);
        Instant now = clock.instant();
        SftpOutage outage = outages.compute(source(consumer), (name, before) -> SftpOutage.after(before, now, advice));
        if (outage.isToldAt(now)) {
            LOG.logf(
                    SftpReason.isWrongKey(cause) ? Logger.Level.ERROR : Logger.Level.WARN,
                    "source %s: nothing is read, %s %s. The bridge keeps trying",
                    source(consumer),
                    server.address(),
                    advice);
        }
        return false;
    }

    private static String source(Consumer consumer) {
        return SftpReason.source(((RouteIdAware) consumer).getRouteId());
    }
}
