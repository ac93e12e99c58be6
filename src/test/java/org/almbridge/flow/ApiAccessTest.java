package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiAccessTest.OfItsOwn.class)
@WithTestResource(AlmSimulatorResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiAccessTest {

    private static final String BATCH = "/api/batches/0";

    /** Wrong keys from the address of this machine are told to wait by the end of the last test. */
    public static class OfItsOwn extends ApiProfile {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users",
                "/api/batches",
                BATCH,
                "/api",
                "/api/",
                "/api/nothing",
                "/api//users",
                "//api/users",
                "/%61pi/users",
                "/x/../api/users",
                "/api/users;v=1"
            })
    void asksForAKeyEverywhere(String path) {
        for (Response answer : new Response[] {
            given().urlEncodingEnabled(false).post(path),
            given().urlEncodingEnabled(false).get(path),
            given().urlEncodingEnabled(false).delete(path)
        }) {
            answer.then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"alm-bridge\"")
                    .body("status", equalTo(401));
        }
    }

    @Test
    void takesTheKeyInEitherHeader() {
        given().header("X-API-Key", ApiProfile.KEY).get(BATCH).then().statusCode(404);
        given().header("Authorization", "bearer " + ApiProfile.KEY)
                .get(BATCH)
                .then()
                .statusCode(404);
    }

    @Test
    void letsNobodyDoWhatTheirRoleDoesNotAllow() {
        RequestSpecification viewer = Api.as(ApiProfile.VIEWER_KEY);
        viewer.get(BATCH).then().statusCode(404);
        viewer.header("Content-Type", "application/json")
                .body(Api.person("of-a-viewer@example.com").getBytes())
                .post("/api/users")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("status", equalTo(403));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void tellsAnAddressThatSendsWrongKeysToWaitAndLetsRightOnesIn() {
        IntStream.range(0, 10)
                .forEach(i -> given().header("X-API-Key", "wrong-" + i)
                        .get(BATCH)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", "Bearer realm=\"alm-bridge\""));

        Response refused = given().header("X-API-Key", "wrong").get(BATCH);
        refused.then().statusCode(429).contentType("application/problem+json").body("status", equalTo(429));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        Api.asHr().get(BATCH).then().statusCode(404);
        given().header("X-API-Key", "wrong").get(BATCH).then().statusCode(429);
    }
}
