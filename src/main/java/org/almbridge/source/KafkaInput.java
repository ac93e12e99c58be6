package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** Names the records at hand by topic, partition and first offset. */
@Singleton
@Named("kafkaInput")
class KafkaInput extends ExpressionAdapter {

    @Override
    public Object evaluate(Exchange exchange) {
        return exchange.getMessage().getBody(KafkaBatch.class).name();
    }
}
