package org.almbridge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start needs to be allowed to call ALM. */
class StartupChecksTest {

    private static final String[] CLIENT = {"alm.oauth.client-id", "c", "alm.oauth.client-secret", "s"};
    private static final String[] REFRESH = {"alm.oauth.refresh-token", "r"};
    private static final String[] READY = {"alm.access-token", "t"};
    private static final String[] PROVIDER = {
        "quarkus.oidc.auth-server-url",
        "https://login.example.com/realms/hr",
        "quarkus.oidc.token.audience",
        "alm-bridge"
    };

    @Test
    void acceptsAReadyTokenOrTheThreeKeysOrBoth() {
        assertThatCode(start(READY)).doesNotThrowAnyException();
        assertThatCode(start(CLIENT, REFRESH)).doesNotThrowAnyException();
        assertThatCode(start(READY, CLIENT, REFRESH)).doesNotThrowAnyException();
    }

    @Test
    void namesBothWaysWhenThereIsNeither() {
        assertThatThrownBy(start())
                .hasMessageContaining("bridge.alm.access-token is missing")
                .hasMessageContaining("bridge.alm.oauth.client-id, bridge.alm.oauth.client-secret,"
                        + " bridge.alm.oauth.refresh-token");
    }

    @Test
    void namesEachOfTheThreeThatIsMissing() {
        assertThatThrownBy(start(REFRESH))
                .hasMessageContaining("bridge.alm.oauth.client-id is missing")
                .hasMessageContaining("bridge.alm.oauth.client-secret is missing")
                .hasMessageNotContaining("bridge.alm.access-token is missing");
        assertThatThrownBy(start(READY, CLIENT)).hasMessageContaining("bridge.alm.oauth.refresh-token is missing");
    }

    @Test
    void refusesAShareInPercent() {
        assertThatThrownBy(start(READY, new String[] {"intake.max-rejected-share", "10"}))
                .hasMessageContaining("bridge.intake.max-rejected-share is 10: give a number from 0 to 1");
    }

    @ParameterizedTest
    @CsvSource({
        "intake.max-batch-size, 0, 1",
        "alm.max-connections, 0, 1",
        "alm.requests-per-minute, -30, 0",
        "retry.max-wasted-calls, -0.5, 0",
        "retry.max-wasted-calls, NaN, 0",
        "retry.lag-window-ms, 0, 1",
        "retry.multiplier, 0.5, 1",
        "dispatch.max-in-flight, 0, 1",
        "retention.attempts-days, 0, 1",
        "retention.finished-learners-days, -1, 1",
        "retention.interval-ms, 0, 1"
    })
    void refusesANumberThatMakesNoSense(String key, String value, String least) {
        assertThatThrownBy(start(READY, new String[] {key, value}))
                .hasMessageContaining("bridge." + key + " is ")
                .hasMessageContaining(": give a number of at least " + least);
    }

    @Test
    void acceptsTheSmallestNumbersThatMakeSense() {
        assertThatCode(start(READY, new String[] {
                    "alm.requests-per-minute", "0", "retry.max-wasted-calls", "0", "retry.max-attempts", "1"
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAHashThatIsNoneWithoutRepeatingIt() {
        assertThatThrownBy(start(
                        READY, new String[] {"api.keys.hr.hash", "sha256:the-key", "api.keys.hr.roles", "submit"}))
                .hasMessageContaining("bridge.api.keys.hr.hash is no hash")
                .hasMessageNotContaining("the-key");
    }

    @Test
    void refusesARoleThatIsNone() {
        String hash = "sha256:" + "0a".repeat(32);
        assertThatThrownBy(start(READY, new String[] {"api.keys.hr.hash", hash, "api.keys.hr.roles", "view,admin"}))
                .hasMessageContaining(
                        "bridge.api.keys.hr.roles has an unknown role: give one or several of operate, submit, view");
        assertThatCode(start(
                        READY, new String[] {"api.keys.hr.hash", hash, "api.keys.hr.roles", "submit,view,operate"}))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsAProviderOfTokensThatAreMeantForTheBridge() {
        assertThatCode(start(READY, PROVIDER)).doesNotThrowAnyException();
        assertThatCode(start(
                        READY, PROVIDER, new String[] {"quarkus.oidc.auth-server-url", "http://localhost:8180/hr"}))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "auth-server-url, http://login.example.com, auth-server-url is no https address",
        "auth-server-url, login.example.com, auth-server-url is no https address",
        "auth-server-url, '', auth-server-url is missing",
        "token.audience, '', token.audience is missing",
        "token.audience, any, token.audience is missing",
        "token.issuer, any, token.issuer must be what",
        "discovery-enabled, false, token.issuer must be what",
        "tls.verification, none, tls.verification must not be none",
        "application-type, hybrid, application-type must be service"
    })
    void refusesAProviderThatWouldLetOthersIn(String key, String value, String problem) {
        assertThatThrownBy(start(READY, PROVIDER, new String[] {"quarkus.oidc." + key, value}))
                .hasMessageContaining("quarkus.oidc." + problem);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.tls-configuration-name, apo, quarkus.http.tls-configuration-name is 'apo'",
        "quarkus.management.tls-configuration-name, apo, quarkus.management.tls-configuration-name is 'apo'",
        "quarkus.http.insecure-requests, disabled, quarkus.http.insecure-requests leaves HTTPS alone",
        "quarkus.http.insecure-requests, redirect, quarkus.http.insecure-requests leaves HTTPS alone"
    })
    void refusesTlsWithoutACertificate(String key, String value, String problem) {
        assertThatThrownBy(start(READY, new String[] {key, value})).hasMessageContaining(problem);
    }

    @Test
    void acceptsTlsWithACertificate() {
        assertThatCode(start(READY, new String[] {
                    "quarkus.tls.api.key-store.pem.0.cert", "bridge.crt",
                    "quarkus.http.tls-configuration-name", "api",
                    "quarkus.management.tls-configuration-name", "api",
                    "quarkus.http.insecure-requests", "disabled"
                }))
                .doesNotThrowAnyException();
        assertThatCode(start(READY, new String[] {
                    "quarkus.tls.key-store.p12.path", "bridge.p12", "quarkus.http.insecure-requests", "disabled"
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesASecretForWebhooksThatIsNoneWithoutRepeatingIt() {
        assertThatThrownBy(start(READY, new String[] {"webhooks.secret", "my-password"}))
                .hasMessageContaining("bridge.webhooks.secret is no secret for webhooks")
                .hasMessageNotContaining("my-password");
    }

    private static ThrowingCallable start(String[]... keysAndValues) {
        String[] all = Stream.concat(
                        Stream.of("alm.base-url", "https://example.com"),
                        Arrays.stream(keysAndValues).flatMap(Arrays::stream))
                .toArray(String[]::new);
        return () -> new StartupChecks(TestConfig.bridge(all), TestConfig.properties(all)).check(null);
    }
}
