package org.almbridge.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.almbridge.BridgeConfig;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertEndpointsTest {

    private final CamelContext context = new DefaultCamelContext();

    @AfterEach
    void close() throws Exception {
        context.close();
    }

    @Test
    void areNoneUnlessTheyAreConfigured() {
        assertThat(endpoints(Map.of()).uris()).isEmpty();
    }

    @Test
    void takeAPlainValueWithCommasForOne() {
        assertThat(endpoints(Map.of("bridge.alerts.endpoints", "smtps:mail.example.com?to=a@example.com,b@example.com"))
                        .uris())
                .containsExactly("smtps:mail.example.com?to=a@example.com,b@example.com");
    }

    @Test
    void tellMailFromEverythingElse() {
        AlertEndpoints endpoints = endpoints(Map.of(
                "bridge.alerts.endpoints[0]", "smtp:mail.example.com?to=a@example.com",
                "bridge.alerts.endpoints[1]", "file:alerts"));

        assertThat(endpoints.isMail(0)).isTrue();
        assertThat(endpoints.isMail(1)).isFalse();
    }

    @Test
    void stopTheStartWithTheKeyAndWithoutTheAddress() {
        AlertEndpoints endpoints = endpoints(Map.of(
                "bridge.alerts.endpoints[0]", "log:alerts",
                "bridge.alerts.endpoints[1]", "log:alerts?levle=s3cret",
                "bridge.alerts.endpoints[2]", "pigeon:s3cret"));

        assertThatThrownBy(() -> endpoints.check(null))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageStartingWith("bridge.alerts.endpoints[1], bridge.alerts.endpoints[2]: ")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void letTheStartPassWhenAllAreGood() {
        assertThatCode(() -> endpoints(Map.of("bridge.alerts.endpoints", "log:alerts?level=WARN"))
                        .check(null))
                .doesNotThrowAnyException();
    }

    private AlertEndpoints endpoints(Map<String, String> keys) {
        SmallRyeConfig properties = new SmallRyeConfigBuilder()
                .withMapping(BridgeConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 250))
                .build();
        return new AlertEndpoints(properties.getConfigMapping(BridgeConfig.class), properties, context);
    }
}
