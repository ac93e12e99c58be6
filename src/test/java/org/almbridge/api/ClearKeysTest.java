package org.almbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClearKeysTest {

    @Test
    void warnsOfEveryPortThatOtherMachinesReachWithoutTls() {
        assertThat(warning()).get().asString().contains("go to quarkus.http.port, quarkus.management.port without TLS");
        assertThat(warning("quarkus.management.host", "localhost"))
                .get()
                .asString()
                .contains("go to quarkus.http.port without TLS");
        assertThat(warning("quarkus.http.host", "127.0.0.1"))
                .get()
                .asString()
                .contains("go to quarkus.management.port without TLS");
    }

    @Test
    void warnsOfAPortWithoutTlsBesideOneThatHasIt() {
        assertThat(warning("quarkus.http.tls-configuration-name", "api", "quarkus.management.host-enabled", "false"))
                .get()
                .asString()
                .contains("go to quarkus.http.port without TLS");
    }

    @Test
    void saysNothingWhereTlsIs() {
        assertThat(warning("quarkus.tls.key-store.pem.0.cert", "a.crt", "quarkus.http.insecure-requests", "disabled"))
                .isEmpty();
        assertThat(warning(
                        "quarkus.http.tls-configuration-name",
                        "api",
                        "quarkus.http.insecure-requests",
                        "redirect",
                        "quarkus.management.tls-configuration-name",
                        "api"))
                .isEmpty();
    }

    @Test
    void saysNothingBehindAProxyOrOnThisMachine() {
        assertThat(warning(
                        "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.management.host", "localhost"))
                .isEmpty();
        assertThat(warning("quarkus.http.host", "localhost", "quarkus.management.host", "::1"))
                .isEmpty();
        assertThat(warning("quarkus.http.host-enabled", "false", "quarkus.management.host-enabled", "false"))
                .isEmpty();
    }

    private static Optional<String> warning(String... keysAndValues) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return ClearKeys.warning(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }
}
