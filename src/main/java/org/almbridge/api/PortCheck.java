package org.almbridge.api;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;

/**
 * Finds a port that cannot be had before any work begins. Quarkus opens its own only when the routes run, and its message
 * names no key.
 */
@Singleton
class PortCheck {

    private static final int BEFORE_THE_LEDGER = 2;

    private final Config properties;

    PortCheck(Config properties) {
        this.properties = properties;
    }

    void check(@Observes @Priority(BEFORE_THE_LEDGER) BeforeInitialize event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Listener.of(properties).forEach(PortCheck::check);
        }
    }

    private static void check(Listener listener) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(listener.host(), listener.port()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    listener.key() + ": port " + listener.port() + " of " + listener.host() + " cannot be had ("
                            + e.getMessage() + "). Another process may have it: stop that one, or give another port.");
        }
    }
}
