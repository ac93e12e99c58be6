package org.almbridge;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The bridge's configuration without Quarkus: the defaults, and what a test sets. */
public final class TestConfig {

    private static final int LIKE_APPLICATION_PROPERTIES = 250;

    private TestConfig() {}

    /** @param keysAndValues keys without {@code bridge.}, each followed by its value */
    public static BridgeConfig bridge(String... keysAndValues) {
        return properties(keysAndValues).getConfigMapping(BridgeConfig.class);
    }

    /** @param uris one or more, as indexed keys */
    public static EscalationEndpoints endpoints(String... uris) {
        String[] keysAndValues = new String[uris.length * 2];
        for (int i = 0; i < uris.length; i++) {
            keysAndValues[2 * i] = "escalation.endpoints[" + i + "]";
            keysAndValues[2 * i + 1] = uris[i];
        }
        return configuredEndpoints(keysAndValues);
    }

    static EscalationEndpoints configuredEndpoints(String... keysAndValues) {
        SmallRyeConfig properties = properties(keysAndValues);
        return new EscalationEndpoints(properties.getConfigMapping(BridgeConfig.class), properties);
    }

    /** The same as plain properties; keys that begin with {@code quarkus.} are taken as they are. */
    static SmallRyeConfig properties(String... keysAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String key = keysAndValues[i];
            properties.put(key.startsWith("quarkus.") ? key : "bridge." + key, keysAndValues[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(BridgeConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", LIKE_APPLICATION_PROPERTIES))
                .build();
    }
}
