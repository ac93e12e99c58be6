package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever wants to use the API finds it described beside it. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class ApiDescriptionPageTest {

    @Test
    void servesTheDescription() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("alm-bridge"))
                .body("paths", hasKey("/api/learners/{key}"));
    }

    @Test
    void servesAPageThatShowsTheDescription() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("url: '/q/openapi'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-ui.css"})
    void servesWhatThePageNeeds(String file) {
        given().get("/q/swagger-ui/" + file).then().statusCode(200);
    }
}
