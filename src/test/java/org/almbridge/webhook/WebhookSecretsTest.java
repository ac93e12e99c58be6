package org.almbridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /** The example that the libraries of Standard Webhooks are tested by. */
    @Test
    void signsAsStandardWebhooksHasIt() {
        assertThat(signatures(SECRET)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsByEachOfSeveralSecrets() {
        String other = secret(64);

        assertThat(signatures("  " + other + "\t" + SECRET + " "))
                .isEqualTo(signatures(other) + " " + signatures(SECRET));
    }

    @Test
    void acceptsSecretsOfTheLengthsThatAreAllowed() {
        assertThat(WebhookSecrets.problems(Optional.of(secret(24)))).isEmpty();
        assertThat(WebhookSecrets.problems(Optional.of(secret(64)))).isEmpty();
        assertThat(WebhookSecrets.problems(Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_AAAA",
                "whsec_no-Base64-not-at-all-not-in-the-least",
                SECRET + ",whsec_2qJ4vQ8Zb0cXoM3mXk9TtPpQ0uYw5nRrGd7eLh1sVfA=",
                SECRET + " MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void refusesWhatIsNoSecretWithoutRepeatingIt(String wrong) {
        assertRefused(wrong);
    }

    @Test
    void refusesSecretsThatAreTooShortOrTooLong() {
        assertRefused(secret(23));
        assertRefused(secret(65));
    }

    private static void assertRefused(String wrong) {
        assertThat(WebhookSecrets.problems(Optional.of(wrong)))
                .singleElement()
                .asString()
                .startsWith("bridge.webhooks.secret is no secret for webhooks: give whsec_ and")
                .doesNotContain(wrong);
    }

    private static String signatures(String secrets) {
        return new WebhookSecrets(Optional.of(secrets))
                .signatures(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
    }

    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
