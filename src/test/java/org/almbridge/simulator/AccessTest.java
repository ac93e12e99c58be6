package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins what a request needs before ALM looks at it, and what every answer carries. */
class AccessTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @ParameterizedTest
    @ValueSource(strings = {"oauth simulator-token", "OAuth simulator-token", "Bearer simulator-token"})
    void acceptsBothSchemes(String authorization) {
        Response answer = ALM.bare()
                .header("Authorization", authorization)
                .accept(Answer.JSON_API)
                .get("/primeapi/v2/users");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth wrong", "Bearer", "simulator-token", "Basic simulator-token"})
    void refusesEverythingElse(String authorization) {
        Response answer = ALM.bare()
                .header("Authorization", authorization)
                .accept(Answer.JSON_API)
                .get("/primeapi/v2/users");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("title")).isEqualTo("UNAUTHORIZED_ACCESS");
        assertThat(answer.<String>path("status")).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void refusesACallWithoutATokenEvenOnAnUnknownPath() {
        assertThat(ALM.bare().get("/primeapi/v2/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void acceptsTheConfiguredTokensOnly() {
        ALM.settings("{\"accessTokens\":[\"another\"]}");

        assertThat(ALM.read("/users").statusCode()).isEqualTo(401);
        assertThat(ALM.bare()
                        .header("Authorization", "oauth another")
                        .accept(Answer.JSON_API)
                        .get("/primeapi/v2/users")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void refusesAnotherAccept(String accept) {
        Response answer = ALM.given().accept(accept).get("/primeapi/v2/users");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.<String>path("status")).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void refusesABodyOfAnotherContentType() {
        Response answer = ALM.given().contentType("application/json").body("{}").post("/primeapi/v2/users");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("source.info")).contains(Answer.JSON_API);
    }

    @Test
    void acceptsMediaTypesWithParameters() {
        Response answer = ALM.given()
                .accept("text/html, application/vnd.api+json;q=0.9")
                .contentType("application/vnd.api+json;charset=UTF-8")
                .body("{}")
                .post("/primeapi/v2/users");

        assertThat(answer.<String>path("title")).isEqualTo("Generic Error");
    }

    @Test
    void toleratesPlainJsonIfNotStrict() {
        ALM.settings("{\"strictMediaTypes\":false}");

        Response answer = ALM.given()
                .accept("application/json")
                .contentType("application/json")
                .body("{}")
                .post("/primeapi/v2/users");

        assertThat(answer.<String>path("title")).isEqualTo("Generic Error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/primeapi/v2/nothing", "/primeapi/v1/users", "/users", "/"})
    void answers404InTheErrorShapeToAnUnknownPath(String path) {
        Response answer = ALM.given().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("status")).isEqualTo("NOT_FOUND");
    }

    @Test
    void answers404ToAMethodThatAlmDoesNotHave() {
        assertThat(ALM.given().put("/primeapi/v2/users/1").statusCode()).isEqualTo(404);
    }

    @Test
    void putsARequestIdOfItsOwnOnEveryAnswer() {
        String first = ALM.read("/users").header("x-request-id");
        String refused = ALM.bare().get("/primeapi/v2/users").header("x-request-id");
        String control = ALM.control("/settings").header("x-request-id");

        assertThat(first).matches("gw[0-9a-f]{32}").isNotEqualTo(refused);
        assertThat(refused).matches("gw[0-9a-f]{32}");
        assertThat(control).matches("gw[0-9a-f]{32}");
    }
}
