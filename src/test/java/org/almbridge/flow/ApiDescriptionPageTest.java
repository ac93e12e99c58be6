package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may use the API finds it described beside it, also in a browser, which knows of user and password alone. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs =
                @ResourceArg(
                        name = AlmSimulatorResource.ALONE,
                        value = "wrong keys from the address of this machine are counted"))
class ApiDescriptionPageTest {

    private static final String FOR_BROWSERS = "Basic realm=\"alm-bridge\", charset=\"UTF-8\"";

    @Test
    void servesTheDescription() {
        Api.as(ApiProfile.VIEWER_KEY)
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body("info.title", equalTo("alm-bridge"))
                .body("paths", hasKey("/api/learners/{key}"));
    }

    @Test
    void servesAPageThatShowsTheDescription() {
        browser("viewer", ApiProfile.VIEWER_KEY)
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("url: '/q/openapi'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-ui.css"})
    void servesWhatThePageNeeds(String file) {
        browser("viewer", ApiProfile.VIEWER_KEY)
                .get("/q/swagger-ui/" + file)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/openapi",
                "/q/openapi.json",
                "/q/swagger-ui",
                "/q/swagger-ui/",
                "/q/swagger-ui/swagger-ui.css"
            })
    void asksABrowserForUserAndPassword(String path) {
        given().redirects().follow(false).get(path).then().statusCode(401).header("WWW-Authenticate", FOR_BROWSERS);
    }

    @ParameterizedTest
    @CsvSource({
        "hr, " + ApiProfile.VIEWER_KEY,
        "nobody, " + ApiProfile.VIEWER_KEY,
        "viewer, wrong",
        "viewer, ''",
        "'', " + ApiProfile.VIEWER_KEY
    })
    void refusesAKeyThatIsNotThatUsers(String user, String password) {
        browser(user, password).get("/q/openapi").then().statusCode(401).header("WWW-Authenticate", FOR_BROWSERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic ???", "Basic dmlld2Vy"})
    void refusesWhatIsNoUserAndPassword(String authorization) {
        given().header("Authorization", authorization).get("/q/openapi").then().statusCode(401);
    }

    @Test
    void showsNothingToAKeyOfAnotherRole() {
        browser("operator", ApiProfile.OPERATOR_KEY).get("/q/openapi").then().statusCode(403);
    }

    /** A browser would send them whoever made it send the request. */
    @Test
    void takesUserAndPasswordForNothingElse() {
        browser("hr", ApiProfile.KEY)
                .get("/api/batches")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"alm-bridge\"");
        browser("hr", ApiProfile.KEY).post("/q/openapi").then().statusCode(401);
        browser("hr", ApiProfile.KEY)
                .contentType("application/json")
                .body(Api.person("basic@example.com"))
                .post("/api/users")
                .then()
                .statusCode(401);
    }

    private static RequestSpecification browser(String user, String password) {
        return given().auth().preemptive().basic(user, password);
    }
}
