package org.almbridge.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.almbridge.BridgeConfig;
import org.almbridge.TestConfig;
import org.almbridge.call.AlmCalls;
import org.almbridge.ledger.TestLedger;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRecorderTest {

    private static final BridgeConfig CONFIG = TestConfig.bridge(
            "alm.oauth.client-id", "c", "alm.oauth.client-secret", "s", "alm.oauth.refresh-token", "first");

    @TempDir
    Path folder;

    private TestLedger ledger;
    private RefreshToken refreshToken;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        refreshToken = new RefreshToken(CONFIG, ledger.state());
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void takesTheTokensAndTheLifetime() throws Exception {
        Exchange exchange = recorded("{\"access_token\": \"a\", \"refresh_token\": \"second\", \"expires_in\": 86400}");

        assertThat(exchange.getMessage().getBody()).isEqualTo(new TokenGrant("a", 86_400_000));
        assertThat(refreshToken.current()).isEqualTo("second");
        assertThat(new RefreshToken(CONFIG, ledger.state()).current()).isEqualTo("second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\": \"a\"}", "{\"access_token\": \"a\", \"expires_in\": null}"})
    void takesATokenAloneForOneOfSevenDays(String answer) throws Exception {
        Exchange exchange = recorded(answer);

        assertThat(exchange.getMessage().getBody()).isEqualTo(new TokenGrant("a", 604_800_000));
        assertThat(refreshToken.current()).isEqualTo("first");
    }

    @Test
    void takesATokenInItsLastSecond() throws Exception {
        Exchange exchange = recorded("{\"access_token\": \"a\", \"expires_in\": 0}");

        assertThat(exchange.getMessage().getBody()).isEqualTo(new TokenGrant("a", 1_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"invalid_token\"}",
                "{\"error\": \"invalid_token\", \"access_token\": \"a\"}",
                "{\"access_token\": \"\"}",
                "{}"
            })
    void takesNoErrorForAToken(String answer) throws Exception {
        assertThat(recorded(answer).getException())
                .isInstanceOf(TokenRefusedException.class)
                .hasMessage("HTTP 200 without an access token");
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFRESH_REFUSED",
        "401, REFRESH_REFUSED",
        "403, REFRESH_REFUSED",
        "404, REFRESH_REFUSED",
        "429, ALM_FAILS",
        "500, ALM_FAILS",
        "503, ALM_FAILS"
    })
    void tellsARefusalFromAnAlmThatFails(int status, TokenTrouble trouble) throws Exception {
        Exception failure = answered(status, "the refresh_token first is wrong").getException();

        assertThat(TokenTrouble.of(failure)).isEqualTo(trouble);
        assertThat(TokenTrouble.evidence(failure)).isEqualTo("HTTP " + status);
    }

    private Exchange recorded(String answer) throws Exception {
        return answered(200, new ObjectMapper().readTree(answer));
    }

    private Exchange answered(int status, Object body) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setBody(body);
        CompletableFuture<Void> done = new CompletableFuture<>();
        new TokenRecorder(refreshToken, new AlmCalls(CONFIG)).process(exchange, doneSync -> done.complete(null));
        done.get(10, TimeUnit.SECONDS);
        return exchange;
    }
}
