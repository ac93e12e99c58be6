package org.almbridge.api;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.almbridge.BridgeConfig;
import org.apache.camel.Exchange;

/** Finds the source that a request is about. */
@Singleton
class SourceTarget {

    private final BridgeConfig config;

    SourceTarget(BridgeConfig config) {
        this.config = config;
    }

    /** @throws ProblemException when no such source is configured */
    String of(Exchange exchange) throws ProblemException {
        String name = exchange.getVariable(OrderVariables.TARGET, String.class);
        Set<String> configured = new TreeSet<>(config.sources().keySet());
        if (!configured.contains(name)) {
            throw new ProblemException(Problem.of(
                    404,
                    configured.isEmpty()
                            ? "There is no such source: none is configured."
                            : "There is no such source: the configured ones are " + String.join(", ", configured)
                                    + "."));
        }
        return name;
    }
}
