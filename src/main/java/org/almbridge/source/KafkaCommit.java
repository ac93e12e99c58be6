package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Tells the broker that the records at hand are durable; the next start of the source comes after them. */
@Singleton
@Named("kafkaCommit")
class KafkaCommit implements Processor {

    private final KafkaWatches watches;

    KafkaCommit(KafkaWatches watches) {
        this.watches = watches;
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().getBody(KafkaBatch.class).last().commit();
        watches.ofRoute(exchange.getFromRouteId()).takenIn();
    }
}
