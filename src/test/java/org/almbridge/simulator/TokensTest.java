package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins how access tokens are had, how they end, and that none is ever kept where people look. */
class TokensTest {

    private static final long SEVEN_DAYS_MS = 604_800_000;

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @BeforeEach
    void offerTokens() {
        ALM.settings("{\"oauth\":{\"clientId\":\"the-client\",\"clientSecret\":\"the-secret\","
                + "\"refreshToken\":\"the-refresh\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/token/refresh", "/oauth/authorize"})
    void hasNoTokenEndpointsWithoutAClient(String path) {
        ALM.settings("{\"oauth\":{\"clientId\":null,\"clientSecret\":null,\"refreshToken\":null}}");

        Response answer = form().post(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("status")).isEqualTo("NOT_FOUND");
    }

    @Test
    void answersARefreshWithATokenThatIsAcceptedAtOnce() {
        Response answer = refresh();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        String token = answer.path("access_token");
        assertThat(token).matches("[0-9a-f]{32}");
        assertThat(answer.jsonPath().getMap(""))
                .isEqualTo(Map.of(
                        "access_token",
                        token,
                        "refresh_token",
                        "the-refresh",
                        "user_role",
                        "admin",
                        "account_id",
                        "1010",
                        "user_id",
                        "3400468",
                        "expires_in",
                        604_800));
        assertThat(statusWith(token)).isEqualTo(200);
        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void refreshesAtTheGeneralEndpointToo() {
        assertThat(form().formParam("grant_type", "refresh_token")
                        .post("/oauth/token")
                        .<String>path("access_token"))
                .isEqualTo(token());
    }

    @Test
    void takesTheFieldsFromTheQueryToo() {
        Response answer = ALM.bare()
                .queryParams("client_id", "the-client", "client_secret", "the-secret", "refresh_token", "the-refresh")
                .post("/oauth/token/refresh");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"client_id", "client_secret", "refresh_token"})
    void answers401InTheErrorShapeToAWrongField(String field) {
        Response answer = ALM.bare().formParams(withWrong(field)).post("/oauth/token/refresh");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("status")).isEqualTo("UNAUTHORIZED");
        assertThat(answer.<String>path("title")).isEqualTo("UNAUTHORIZED_ACCESS");
    }

    @Test
    void namesWhatIsMissing() {
        Response bare = ALM.bare().formParam("client_id", "the-client").post("/oauth/token/refresh");
        Response grant = form().post("/oauth/token");
        Response json = ALM.bare().contentType(ContentType.JSON).body("{}").post("/oauth/token/refresh");

        assertThat(bare.statusCode()).isEqualTo(400);
        assertThat(bare.<String>path("source.info")).isEqualTo("client_secret");
        assertThat(grant.<String>path("source.info")).isEqualTo("grant_type");
        assertThat(json.<String>path("source.info")).isEqualTo("client_id");
    }

    @Test
    void knowsNoOtherGrant() {
        Response answer = form().formParam("grant_type", "client_credentials").post("/oauth/token");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("source.info")).isEqualTo("grant_type must be refresh_token");
    }

    @Test
    void returnsTheSameTokenAsLongAsItIsValid() {
        String first = token();
        ALM.clock().advance(SEVEN_DAYS_MS - 1_500);

        Response again = refresh();

        assertThat(again.<String>path("access_token")).isEqualTo(first);
        assertThat(again.<Integer>path("expires_in")).isEqualTo(1);
        ALM.clock().advance(1_500);
        assertThat(token()).isNotEqualTo(first);
    }

    @Test
    void returnsANewTokenEachTimeIfToldSoAndKeepsTheOldOnesValid() {
        ALM.settings("{\"oauth\":{\"repeatsValidToken\":false}}");
        String first = token();
        String second = token();

        assertThat(second).isNotEqualTo(first);
        assertThat(statusWith(first)).isEqualTo(200);
        assertThat(statusWith(second)).isEqualTo(200);
    }

    @Test
    void acceptsATokenUntilTheMillisecondItExpires() {
        ALM.settings("{\"oauth\":{\"accessTokenLifetimeMs\":5000}}");
        String token = token();

        ALM.clock().advance(4_999);
        assertThat(statusWith(token)).isEqualTo(200);
        ALM.clock().advance(1);
        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void revokesAllIssuedTokensAtOnce() {
        ALM.settings("{\"oauth\":{\"repeatsValidToken\":false}}");
        String first = token();
        String second = token();

        assertThat(ALM.bare().post("/simulator/tokens/revoke").statusCode()).isEqualTo(204);

        assertThat(statusWith(first)).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(401);
        assertThat(statusWith(token())).isEqualTo(200);
        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500})
    void failsEveryRefreshIfToldSo(int status) {
        ALM.settings("{\"oauth\":{\"refreshFailure\":" + status + "}}");
        assertThat(refresh().statusCode()).isEqualTo(status);

        ALM.settings("{\"oauth\":{\"refreshFailure\":null}}");
        assertThat(refresh().statusCode()).isEqualTo(200);
    }

    @Test
    void checksATokenAndTellsABadOneByAMemberNotByTheStatus() {
        String token = token();
        ALM.clock().advance(1_000);

        JsonPath good = check(token);
        Response bad = ALM.bare().get("/oauth/token/check?access_token=nonsense");

        assertThat(good.getMap(""))
                .isEqualTo(Map.of(
                        "user_role", "admin", "account_id", "1010", "user_id", "3400468", "expires_in", 604_799));
        assertThat(bad.statusCode()).isEqualTo(200);
        assertThat(bad.jsonPath().getMap("")).isEqualTo(Map.of("error", "invalid_token"));
        assertThat(ALM.bare().get("/oauth/token/check").<String>path("error")).isEqualTo("invalid_token");
        assertThat(check("simulator-token").getInt("expires_in")).isEqualTo(604_800);
        ALM.clock().advance(SEVEN_DAYS_MS);
        assertThat(check(token).getString("error")).isEqualTo("invalid_token");
    }

    @Test
    void countsRefreshesAndTokens() {
        refresh();
        refresh();
        ALM.bare().formParams(withWrong("client_secret")).post("/oauth/token/refresh");
        ALM.bare().post("/simulator/tokens/revoke");
        String token = token();
        check(token);

        SimulatorReport report = ALM.simulator().report();

        assertThat(report.tokens()).isEqualTo(new TokenUse(3, 1, 2));
        assertThat(report.callsByKind()).containsEntry("refreshToken", 4L).containsEntry("checkToken", 1L);
        ALM.bare().delete("/simulator");
        assertThat(ALM.simulator().report().tokens()).isEqualTo(new TokenUse(0, 0, 0));
        assertThat(statusWith(token)).isEqualTo(200);
    }

    @Test
    void keepsTokensAndSecretsOutOfTheJournal() {
        String token = token();
        check(token);
        statusWith(token);
        ALM.bare()
                .queryParams("client_secret", "the-secret", "refresh_token", "the-refresh")
                .post("/oauth/token/refresh");
        ALM.bare()
                .contentType(ContentType.JSON)
                .body(
                        "{\"client_id\":\"the-client\", \"client_secret\" : \"the-secret\",\"refresh_token\":\"the-refresh\","
                                + "\"access_token\":\"" + token + "\"}")
                .post("/oauth/o/revoke");
        ALM.bare()
                .urlEncodingEnabled(false)
                .contentType("text/plain")
                .body("client%5Fsecret=the-secret&REFRESH_TOKEN=the-refresh&other=kept")
                .post("/oauth/token/refresh?access%5Ftoken=" + token);

        Response calls = ALM.control("/calls");

        assertThat(calls.asString()).doesNotContain(token, "the-secret", "the-refresh");
        assertThat(calls.<List<String>>path("body"))
                .contains("client_id=the-client&client_secret=...&refresh_token=...")
                .contains("client%5Fsecret=...&REFRESH_TOKEN=...&other=kept");
    }

    @Test
    void limitsAllTokensOfTheClientTogether() {
        ALM.settings("{\"oauth\":{\"repeatsValidToken\":false},"
                + "\"rateLimits\":{\"GET\":{\"requestsPerMinute\":1,\"burst\":0}}}");

        assertThat(statusWith(token())).isEqualTo(200);
        assertThat(statusWith(token())).isEqualTo(429);
        assertThat(ALM.read("/users").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheLatestTokensOnly() {
        IssuedTokens tokens = new IssuedTokens();
        String first = tokens.issue(10);
        for (int i = 0; i < 999; i++) {
            tokens.issue(10);
        }
        assertThat(tokens.leftMs(first, 0)).hasValue(10);

        tokens.issue(10);

        assertThat(tokens.leftMs(first, 0)).isEmpty();
    }

    private static RequestSpecification form() {
        return ALM.bare()
                .contentType(ContentType.URLENC)
                .formParam("client_id", "the-client")
                .formParam("client_secret", "the-secret")
                .formParam("refresh_token", "the-refresh");
    }

    private static Map<String, String> withWrong(String field) {
        Map<String, String> form = new HashMap<>(
                Map.of("client_id", "the-client", "client_secret", "the-secret", "refresh_token", "the-refresh"));
        form.put(field, "wrong");
        return form;
    }

    private static Response refresh() {
        return form().post("/oauth/token/refresh");
    }

    private static String token() {
        return refresh().path("access_token");
    }

    private static JsonPath check(String token) {
        return ALM.bare().get("/oauth/token/check?access_token={token}", token).jsonPath();
    }

    private static int statusWith(String token) {
        return ALM.bare()
                .header("Authorization", "oauth " + token)
                .accept(Answer.JSON_API)
                .get("/primeapi/v2/users")
                .statusCode();
    }
}
