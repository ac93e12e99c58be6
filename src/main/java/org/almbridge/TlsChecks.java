package org.almbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Finds settings of TLS that Quarkus would stumble over only when the routes run. */
public final class TlsChecks {

    private static final String INSECURE = "quarkus.http.insecure-requests";
    private static final List<String> SERVERS = List.of("quarkus.http", "quarkus.management");

    private TlsChecks() {}

    static List<String> problems(Config properties) {
        List<String> problems = new ArrayList<>();
        for (String server : SERVERS) {
            String key = server + ".tls-configuration-name";
            text(properties, key)
                    .filter(name -> !has(properties, "quarkus.tls." + name + "."))
                    .ifPresent(name -> problems.add(key + " is '" + name + "', of which there is nothing: give its"
                            + " certificate by quarkus.tls." + name + ".key-store.pem.0.cert and .key"));
        }
        if (!text(properties, INSECURE).orElse("enabled").equalsIgnoreCase("enabled")
                && !hasCertificate(properties, SERVERS.get(0))) {
            problems.add(INSECURE + " leaves HTTPS alone, and there is no certificate for it: give one by"
                    + " quarkus.tls.api.key-store.pem.0.cert and .key, and quarkus.http.tls-configuration-name = api");
        }
        return problems;
    }

    /** By a name, by the configuration of TLS that has none and counts for everything, or by Quarkus' older keys. */
    public static boolean hasCertificate(Config properties, String server) {
        return text(properties, server + ".tls-configuration-name").isPresent()
                || has(properties, "quarkus.tls.key-store.")
                || has(properties, server + ".ssl.certificate.");
    }

    private static boolean has(Config properties, String prefix) {
        return StreamSupport.stream(properties.getPropertyNames().spliterator(), false)
                .anyMatch(name -> name.startsWith(prefix));
    }

    private static Optional<String> text(Config properties, String key) {
        return properties.getOptionalValue(key, String.class);
    }
}
