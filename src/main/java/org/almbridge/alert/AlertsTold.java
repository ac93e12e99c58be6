package org.almbridge.alert;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jboss.logging.Logger;

/**
 * Notes which endpoints have taken their message. One that has not is sent it again in the next round, and the log tells of
 * it when the endpoint begins to fail.
 */
@Singleton
@Named("alertsTold")
class AlertsTold implements AggregationStrategy {

    private static final Logger LOG = Logger.getLogger(AlertsTold.class);

    private final Set<Integer> failing = ConcurrentHashMap.newKeySet();

    @Override
    public Exchange aggregate(Exchange before, Exchange sent) {
        AlertMessage message = sent.getVariable("alert", AlertMessage.class);
        Exception failure = sent.getException();
        if (failure == null) {
            sent.getVariable("alerts", AlertRound.class).taken(message);
            failing.remove(message.endpoint());
        } else if (failing.add(message.endpoint())) {
            // not its message, which may repeat the address
            LOG.warnf(
                    "Alert %s was not taken by bridge.alerts.endpoints[%d] (%s); it is tried again while it holds",
                    message.standing().key(),
                    message.endpoint(),
                    failure.getClass().getSimpleName());
        }
        sent.setException(null); // the round goes on with what others have taken
        return sent;
    }
}
