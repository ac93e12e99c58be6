package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/** A Kafka broker and the sources that read from it, each from a topic of its own name. */
public class KafkaBrokerResource implements QuarkusTestResourceLifecycleManager {

    /** Has what addresses, placeholders and JAAS take for their own. */
    public static final String PASSWORD = "p@ss+w&rd%41=)&x?#;{{y}}";

    private KafkaBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            broker = new KafkaBroker(Files.createTempDirectory("alm-bridge-kafka"), PASSWORD);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        broker.start();
        Map<String, String> properties = new HashMap<>();
        broker.createTopic("outcomes", 2);
        properties.put("bridge.outcomes.endpoint", "kafka:outcomes?brokers=" + broker.address());
        // the broker is in the same process as the bridge when that runs in the tests
        properties.put("quarkus.log.category.\"kafka\".level", "WARN");
        properties.put("quarkus.log.category.\"state\".level", "WARN");
        plain(properties, "people", 2);
        plain(properties, "bad", 1);
        plain(properties, "waits", 1);
        plain(properties, "returns", 1);
        plain(properties, "absent", 1);
        properties.put("bridge.sources.absent.brokers", "localhost:1");
        plain(properties, "unknown-host", 1);
        properties.put("bridge.sources.unknown-host.brokers", "kafka.invalid:9092");
        login(properties, "by-password", PASSWORD);
        login(properties, "refused", "not-" + PASSWORD);
        return properties;
    }

    private void plain(Map<String, String> properties, String name, int partitions) {
        broker.createTopic(name, partitions);
        String prefix = "bridge.sources." + name + ".";
        properties.put(prefix + "kind", "kafka");
        properties.put(prefix + "brokers", broker.address());
        properties.put(prefix + "topic", name);
        properties.put(prefix + "groupId", name);
        properties.put(prefix + "securityProtocol", "PLAINTEXT");
    }

    private void login(Map<String, String> properties, String name, String password) {
        plain(properties, name, 1);
        String prefix = "bridge.sources." + name + ".";
        properties.put(prefix + "brokers", broker.loginAddress());
        properties.put(prefix + "securityProtocol", "SASL_PLAINTEXT");
        properties.put(prefix + "saslMechanism", "PLAIN");
        properties.put(prefix + "username", "bridge");
        properties.put(prefix + "password", password);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(KafkaBroker.class));
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.stop();
        }
    }
}
