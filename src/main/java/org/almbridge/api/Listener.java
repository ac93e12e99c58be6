package org.almbridge.api;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.TlsChecks;
import org.eclipse.microprofile.config.Config;

/**
 * A port that the configuration has the bridge listen on.
 *
 * @param key   the port's key
 * @param clear whether it takes keys without TLS, from others than a proxy
 */
record Listener(String key, String host, int port, boolean clear) {

    private static final String API = "quarkus.http";
    private static final String MANAGEMENT = "quarkus.management";

    static List<Listener> of(Config properties) {
        List<Listener> all = new ArrayList<>();
        if (isOn(properties, API + ".host-enabled", true)) {
            api(properties, all);
        }
        if (isOn(properties, MANAGEMENT + ".host-enabled", true)) {
            all.add(listener(properties, MANAGEMENT, ".port", 9000, !TlsChecks.hasCertificate(properties, MANAGEMENT)));
        }
        return all;
    }

    private static void api(Config properties, List<Listener> all) {
        String insecure = text(properties, API + ".insecure-requests", "enabled");
        if (!insecure.equalsIgnoreCase("disabled")) {
            all.add(listener(properties, API, ".port", 8080, insecure.equalsIgnoreCase("enabled")));
        }
        if (TlsChecks.hasCertificate(properties, API)) {
            all.add(listener(properties, API, ".ssl-port", 8443, false));
        }
    }

    private static Listener listener(Config properties, String server, String port, int usual, boolean plain) {
        return new Listener(
                server + port,
                text(properties, server + ".host", "0.0.0.0"),
                properties.getOptionalValue(server + port, Integer.class).orElse(usual),
                plain && !isOn(properties, server + ".proxy.proxy-address-forwarding", false));
    }

    private static boolean isOn(Config properties, String key, boolean usual) {
        return properties.getOptionalValue(key, Boolean.class).orElse(usual);
    }

    private static String text(Config properties, String key, String usual) {
        return properties.getOptionalValue(key, String.class).orElse(usual);
    }
}
