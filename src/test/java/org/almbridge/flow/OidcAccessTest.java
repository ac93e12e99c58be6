package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Issuer;
import org.almbridge.support.IssuerResource;
import org.almbridge.support.Management;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Outputs;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tokens of an OpenID Connect provider beside keys. The first test is about a provider that is away from the start on. */
@QuarkusTest
@TestProfile(OidcAccessTest.OfItsOwn.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "quarkus.log.file.enabled", value = "true"))
@WithTestResource(IssuerResource.class)
@WithTestResource(ManagementResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcAccessTest {

    private static final String BATCH = "/api/batches/0";

    /** Wrong tokens from the address of this machine are told to wait by the end of the last test. */
    public static class OfItsOwn extends ApiProfile {}

    Simulator alm;
    Issuer issuer;
    Management management;
    Outputs outputs;

    @Test
    @Order(1)
    void asksToWaitWhileTheProviderIsAwayAndTakesTokensOnceItIsBack() throws IOException {
        String token = issuer.token("hr-system", "view");
        for (int i = 0; i < 12; i++) {
            Api.as(token)
                    .get(BATCH)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "30")
                    .body("detail", containsString("cannot reach its issuer"));
        }
        Api.asHr().get(BATCH).then().statusCode(404);
        management
                .request()
                .header("Authorization", "Bearer " + token)
                .get("/q/metrics")
                .then()
                .statusCode(503)
                .contentType("application/problem+json");
        assertThat(outputs.log())
                .containsOnlyOnce("A bearer token cannot be judged")
                .doesNotContain(token);

        issuer.start();
        Api.as(token).get(BATCH).then().statusCode(404);
    }

    @Test
    @Order(2)
    void letsTheOwnerOfATokenDoWhatItsRolesAllow() {
        String submitter = issuer.token("hr-system", "submit", "offline_access");
        submit(submitter, "by-token@example.com").statusCode(202);
        alm.awaitEnrolled("by-token@example.com");

        Api.as(submitter).get(BATCH).then().statusCode(403).body("status", equalTo(403));
        Api.as(issuer.token("somebody", "admin", "Submit")).get(BATCH).then().statusCode(403);
        Api.as(issuer.token("somebody", "view")).get(BATCH).then().statusCode(404);
        Api.as(issuer.token("somebody", "hr-people")).get(BATCH).then().statusCode(404);
        Api.asHr().get(BATCH).then().statusCode(404);
    }

    @Test
    @Order(2)
    void namesTheOwnerWithoutSayingWho() throws IOException, SQLException {
        String token = issuer.token("grace.hopper@example.com", "submit");
        submit(token, "of-grace@example.com").statusCode(202);
        alm.awaitEnrolled("of-grace@example.com");

        // printf %s grace.hopper@example.com | openssl dgst -sha256 | cut -c1-32
        assertThat(outputs.log())
                .contains("oidc-a460d7fa831915bb17b55b9151a5278e")
                .doesNotContain("grace.hopper")
                .doesNotContain("ada@example.com")
                .doesNotContain(token);
        assertThat(String.join("\n", outputs.ledger())).doesNotContain("grace.hopper");
    }

    private static ValidatableResponse submit(String token, String email) {
        return Api.as(token)
                .header("Content-Type", "application/json")
                .body(Api.person(email).getBytes(StandardCharsets.UTF_8))
                .post("/api/users")
                .then();
    }

    @Test
    @Order(3)
    void takesTokensOnTheManagementPort() {
        management
                .request()
                .header("Authorization", "Bearer " + issuer.token("prometheus", "view"))
                .get("/q/metrics")
                .then()
                .statusCode(200);
        management
                .request()
                .header("Authorization", "Bearer " + issuer.token("prometheus", "submit"))
                .get("/q/metrics")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(4)
    void refusesATokenThatIsNotGoodAsItRefusesAKey() {
        for (String token : List.of(
                issuer.tokenFor("another-application", "view"),
                issuer.tokenOfAnotherIssuer("view"),
                issuer.expiredToken("view"),
                issuer.tokenWithoutEnd("view"),
                issuer.forgedToken("view"),
                issuer.unsignedToken("view"),
                "not.a.token")) {
            Api.as(token)
                    .get(BATCH)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer realm=\"alm-bridge\"")
                    .body("status", equalTo(401))
                    .body("detail", containsString("Send a key of the bridge"));
        }
    }

    @Test
    @Order(4)
    void takesNoTokenForAKey() {
        given().header("X-API-Key", issuer.token("somebody", "view"))
                .get(BATCH)
                .then()
                .statusCode(401);
    }

    @Test
    @Order(5)
    void countsWrongTokensAsWrongKeys() {
        for (int i = 0; i < 10; i++) {
            Api.as(issuer.forgedToken("view")).get(BATCH);
        }

        Api.as(issuer.forgedToken("view")).get(BATCH).then().statusCode(429);
        Api.as("wrong").get(BATCH).then().statusCode(429);
        Api.as(issuer.token("somebody", "view")).get(BATCH).then().statusCode(404);
        Api.asHr().get(BATCH).then().statusCode(404);
    }
}
