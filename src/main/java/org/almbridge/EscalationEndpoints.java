package org.almbridge;

import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The endpoints that every escalation goes to, by their position in the configuration. */
@Singleton
public class EscalationEndpoints {

    private static final String KEY = "bridge.escalation.endpoints";

    private final List<String> uris;

    EscalationEndpoints(BridgeConfig config, Config properties) {
        uris = EndpointList.of(properties, KEY, config.escalation().endpoints());
    }

    /** How an operator knows the endpoint: by its number, as its URI may hold a secret. */
    public static String key(int endpoint) {
        return KEY + "[" + endpoint + "]";
    }

    public int count() {
        return uris.size();
    }

    public String uri(int endpoint) {
        return uris.get(endpoint);
    }
}
