package org.almbridge.alert;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almbridge.BridgeConfig;
import org.almbridge.EndpointList;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.quarkus.main.events.BeforeStart;
import org.eclipse.microprofile.config.Config;

/** Where alerts go, if anywhere. */
@Singleton
class AlertEndpoints {

    private static final String KEY = "bridge.alerts.endpoints";

    private final List<String> uris;
    private final CamelContext context;

    AlertEndpoints(BridgeConfig config, Config properties, CamelContext context) {
        this.uris = EndpointList.of(properties, KEY, config.alerts().endpoints().orElse(List.of()));
        this.context = context;
    }

    /** A component that is not there and a misspelt option would only show when something is wrong already. */
    void check(@Observes BeforeStart event) {
        List<String> wrong = new ArrayList<>();
        for (int endpoint = 0; endpoint < uris.size(); endpoint++) {
            try {
                context.getEndpoint(uris.get(endpoint));
            } catch (RuntimeCamelException e) {
                wrong.add(KEY + "[" + endpoint + "]");
            }
        }
        if (!wrong.isEmpty()) {
            // neither the cause nor the address, which may hold a secret
            throw new ConfigurationException(String.join(", ", wrong) + ": no address that Camel can send to. Check the"
                    + " component (smtp, smtps, http, https, file, log, kafka) and the names of the options");
        }
    }

    List<String> uris() {
        return uris;
    }

    String uri(int endpoint) {
        return uris.get(endpoint);
    }

    boolean isMail(int endpoint) {
        return uri(endpoint).matches("(?s)smtps?:.*");
    }

    /** By their positions. */
    Set<Integer> all() {
        return IntStream.range(0, uris.size()).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
