package org.almbridge.api;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Collectors;
import org.almbridge.BridgeConfig;
import org.almbridge.Loopback;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Warns of a port to which callers on other machines send their keys for everybody on the way to read. */
@Singleton
class ClearKeys {

    private static final Logger LOG = Logger.getLogger(ClearKeys.class);

    private static final int BESIDE_THE_PORTS = 2;

    private final BridgeConfig config;
    private final Config properties;

    ClearKeys(BridgeConfig config, Config properties) {
        this.config = config;
        this.properties = properties;
    }

    void check(@Observes @Priority(BESIDE_THE_PORTS) BeforeInitialize event) {
        boolean tokens = properties
                .getOptionalValue("quarkus.oidc.tenant-enabled", Boolean.class)
                .orElse(false);
        if (tokens || !config.api().keys().isEmpty()) {
            warning(properties).ifPresent(LOG::warn);
        }
    }

    static Optional<String> warning(Config properties) {
        String ports = Listener.of(properties).stream()
                .filter(listener -> listener.clear() && !Loopback.is(listener.host()))
                .map(Listener::key)
                .collect(Collectors.joining(", "));
        return Optional.of(ports)
                .filter(some -> !some.isEmpty())
                .map(some -> "Keys, and people's data, go to " + some
                        + " without TLS, so whoever is on the way can read them."
                        + " Give the port a certificate (tls-configuration-name, see docs/running.md); or set"
                        + " quarkus.http.host and quarkus.management.host to localhost; behind a proxy that has TLS, say so"
                        + " by quarkus.http.proxy.proxy-address-forwarding = true and the same of quarkus.management");
    }
}
