package org.almbridge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.almbridge.TestConfig;
import org.almbridge.call.AnswerHead;
import org.junit.jupiter.api.Test;

class ScrubberTest {

    @Test
    void takesOutSecretsAndAddresses() {
        Scrubber scrubber = new Scrubber(TestConfig.bridge(
                "alm.access-token",
                "an-access-token",
                "alm.oauth.client-secret",
                "a-client-secret",
                "alm.oauth.refresh-token",
                "a-refresh-token"));

        assertThat(scrubber.scrubbed("an-access-token a-client-secret a-refresh-token Ann <ann@example.com>"))
                .isEqualTo("*** *** *** Ann <***>");
    }

    @Test
    void takesOutTheTokenThatAlmHasGiven() {
        Scrubber scrubber = new Scrubber(TestConfig.bridge("doctor.enabled", "true"));
        scrubber.answered(new AnswerHead("GET", "oauth given-by-alm", 200, name -> null));

        assertThat(scrubber.scrubbed("token given-by-alm")).isEqualTo("token ***");
    }

    @Test
    void leavesWordsInPlaceThatNoSecretIs() {
        Scrubber scrubber = new Scrubber(TestConfig.bridge("alm.access-token", "x"));

        assertThat(scrubber.scrubbed("an exception")).isEqualTo("an exception");
    }

    @Test
    void remembersNoTokenInABridgeAtWork() {
        Scrubber scrubber = new Scrubber(TestConfig.bridge());
        scrubber.answered(new AnswerHead("GET", "oauth given-by-alm", 200, name -> null));

        assertThat(scrubber.scrubbed("token given-by-alm")).isEqualTo("token given-by-alm");
    }
}
