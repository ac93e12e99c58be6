package org.almbridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.almbridge.SteppedClock;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignerTest {

    private static final Optional<String> SECRET = Optional.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final SteppedClock clock = new SteppedClock();

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/hook", "https://hr.example.com/hook?connectTimeout=1"})
    void signsTheBytesThatAreSentAtEachTryAnew(String endpoint) throws Exception {
        Exchange exchange = exchange(endpoint);
        sign(SECRET, exchange);
        Object first = exchange.getMessage().getHeader("webhook-timestamp");
        clock.advance(1_000);
        sign(SECRET, exchange);

        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(exchange.getMessage().getHeader("webhook-id")).isEqualTo("m-1");
        assertThat(exchange.getMessage().getHeader("webhook-timestamp"))
                .isEqualTo(clock.millis() / 1000)
                .isNotEqualTo(first);
        assertThat(exchange.getMessage().getHeader("webhook-signature"))
                .isEqualTo(new WebhookSecrets(SECRET).signatures("m-1", clock.millis() / 1000, (byte[])
                        exchange.getMessage().getBody()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:escalations", "kafka:people", "smtps:mail.example.com", "log:http://example.com"})
    void leavesWhatGoesNowhereByHttpAsItIs(String endpoint) throws Exception {
        assertUntouched(SECRET, endpoint);
    }

    @Test
    void leavesEverythingAsItIsWithoutASecret() throws Exception {
        assertUntouched(Optional.empty(), "https://hr.example.com/hook");
    }

    private void assertUntouched(Optional<String> secret, String endpoint) throws Exception {
        Exchange exchange = exchange(endpoint);
        sign(secret, exchange);

        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        assertThat(exchange.getMessage().getBody()).isEqualTo("{\"name\":\"Zoë\"}");
    }

    private void sign(Optional<String> secret, Exchange exchange) throws Exception {
        new WebhookSigner(new WebhookSecrets(secret), clock).process(exchange);
    }

    private static Exchange exchange(String endpoint) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable(WebhookVariables.ENDPOINT, endpoint);
        exchange.setVariable(WebhookVariables.MESSAGE_ID, "m-1");
        exchange.getMessage().setBody("{\"name\":\"Zoë\"}");
        return exchange;
    }
}
