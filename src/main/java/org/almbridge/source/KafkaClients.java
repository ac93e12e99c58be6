package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Properties;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;

/** Makes the consumers of Kafka sources: watched, and with the login that no address may hold. */
@Singleton
@Named("kafkaClients")
class KafkaClients extends DefaultKafkaClientFactory {

    private static final String CLIENT = "alm-bridge-";

    private final KafkaWatches watches;

    KafkaClients(KafkaWatches watches) {
        this.watches = watches;
    }

    @Override
    public Consumer<?, ?> getConsumer(Properties properties) {
        Properties complete = KafkaLogin.complete(properties);
        String client = complete.getProperty(ConsumerConfig.CLIENT_ID_CONFIG);
        KafkaWatch watch = watches.of(client.substring(CLIENT.length()));
        watch.begins(complete.getProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
        try {
            return new KafkaPoller(complete, watch);
        } catch (KafkaException e) {
            watch.failed(e);
            throw e;
        }
    }
}
