package org.almbridge.outcome;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;
import org.almbridge.WholeFiles;
import org.apache.camel.CamelContext;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.quarkus.main.events.BeforeStart;

/** Where outcomes go, if anywhere. */
@Singleton
class OutcomeEndpoint {

    private final String uri;
    private final CamelContext context;

    OutcomeEndpoint(BridgeConfig config, CamelContext context) {
        this.uri = config.outcomes().endpoint().map(WholeFiles::uri).orElse(null);
        this.context = context;
    }

    /** A component that is not there and a misspelt option would only show with the first outcome. */
    void check(@Observes BeforeStart event) {
        if (uri == null) {
            return;
        }
        try {
            context.getEndpoint(uri);
        } catch (ResolveEndpointFailedException e) {
            // neither the cause nor the address, which may hold a secret
            throw new ConfigurationException("bridge.outcomes.endpoint is no address that Camel can send to: check the"
                    + " component (file, http, https, kafka) and the names of the options");
        }
    }

    String uri() {
        return uri;
    }

    boolean isTopic() {
        return uri.startsWith("kafka:");
    }
}
