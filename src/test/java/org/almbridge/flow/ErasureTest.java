package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.almbridge.support.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who asks for it is in nothing that the bridge keeps, and the numbers stay. */
@QuarkusTest
@TestProfile(ApiProfile.class)
// four rows are usual here
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.intake.max-batch-size", value = "4"))
class ErasureTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Webhook webhook;
    Outputs outputs;

    @Test
    void removesWhoIsEnrolledAndKeepsTheNumbers() throws IOException, SQLException {
        String batch = Api.csv("email,name,userUniqueId\nGone@example.com,Greta Gonzales,E-gone\n"
                        + "stays@example.com,Stan Stays,E-stays\n")
                .statusCode(202)
                .extract()
                .path("id");
        awaitState("E-gone", "ENROLLED");
        awaitState("E-stays", "ENROLLED");
        Map<String, Object> before = Api.asHr().get("/api/batches/" + batch).path("");
        assertThat(outputs.ledger()).anyMatch(row -> row.contains("Gonzales") || row.equals("not a file"));

        erase("gone@example.com")
                .statusCode(200)
                .contentType("application/json")
                .body("erased", equalTo(true))
                .body("removed.learners", equalTo(1))
                .body("removed.enrolments", equalTo(1))
                .body("removed.attempts", greaterThan(1))
                .body("removed.escalations", equalTo(0))
                .body("outOfReach", hasItem(startsWith("Adobe Learning Manager")))
                .body("outOfReach", hasItem(startsWith("Inputs")));

        assertThat(Api.asHr().get("/api/batches/" + batch).<Map<String, Object>>path(""))
                .isEqualTo(before);
        Api.asHr().get("/api/learners/E-gone").then().statusCode(404);
        Api.asHr().get("/api/learners/E-stays").then().statusCode(200);
        assertThat(outputs.ledgerBytes())
                .doesNotContainIgnoringCase("gone@example.com")
                .doesNotContain("Gonzales", "E-gone");
        erase("E-gone").statusCode(404);
    }

    @Test
    void removesTheRecordOfAnEscalationToo() throws IOException {
        alm.script("refused@example.com", "{\"createStatus\": [403]}");
        inbox.drop("refused.csv", Inbox.people("refused@example.com"));
        String id = escalations.await("refused@example.com").path("id").asText();
        webhook.awaitTaken("refused@example.com");
        awaitDelivered("refused@example.com");

        erase("refused@example.com")
                .statusCode(200)
                .body("removed.escalations", equalTo(1))
                .body("removed.deliveries", equalTo(2))
                .body("removed.escalationRecords", equalTo(1))
                .body("outOfReach", hasItem(startsWith("bridge.escalation.endpoints[1]")))
                .body("outOfReach", not(hasItem(startsWith("bridge.escalation.endpoints[0]"))));

        assertThat(escalations.names()).doesNotContain(id + ".json");
        assertThat(outputs.ledgerBytes()).doesNotContain("refused@example.com");
    }

    @Test
    void waitsUntilNothingIsUnderWay() throws IOException {
        alm.script("busy@example.com", "{\"createStatus\": [403]}");
        webhook.holdBack("busy@example.com");
        try {
            inbox.drop("busy.csv", Inbox.people("busy@example.com"));
            escalations.await("busy@example.com");
            Patience.awaiting("a delivery under way").until(() -> isBeingTold("busy@example.com"));

            erase("busy@example.com")
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json")
                    .body("detail", not(containsString("busy@")));
            Api.asHr().get("/api/learners/busy@example.com").then().statusCode(200);
        } finally {
            webhook.release("busy@example.com");
        }
        Patience.awaiting("the end of the delivery")
                .until(() -> erase("busy@example.com").extract().statusCode() == 200);
        assertThat(escalations.about("busy@example.com")).isEmpty();
    }

    @Test
    void keepsWhoIsErasedBeforeTheFirstDayOutOfAlm() {
        Api.users("{\"email\":\"never/comes+1@example.com\",\"name\":\"Ada\",\"startDate\":\"2999-01-01\"}")
                .statusCode(202);

        erase("never%2Fcomes+1@example.com").statusCode(200).body("removed.learners", equalTo(1));

        Api.asHr()
                .urlEncodingEnabled(false)
                .get("/api/learners/never%2Fcomes+1@example.com")
                .then()
                .statusCode(404);
    }

    @Test
    void removesRowsThatAreHeld() throws IOException {
        String batch = Api.csv(Inbox.people(
                        "kept-1@example.com",
                        "kept-2@example.com",
                        "kept-3@example.com",
                        "kept-4@example.com",
                        "unheld@example.com"))
                .statusCode(202)
                .body("held", equalTo(5))
                .extract()
                .path("id");

        erase("Unheld@example.com")
                .statusCode(200)
                .body("removed.learners", equalTo(0))
                .body("removed.heldRows", equalTo(1));

        Api.asHr().get("/api/batches/" + batch).then().body("held", equalTo(5)).body("state", equalTo("held"));
        assertThat(outputs.ledgerBytes()).doesNotContain("unheld@example.com");
        Api.as(ApiProfile.OPERATOR_KEY)
                .post("/api/batches/" + batch + "/approve")
                .then()
                .statusCode(202);
        alm.awaitEnrolled("kept-4@example.com");
        assertThat(alm.creates("unheld@example.com")).isEmpty();
    }

    @Test
    void saysNothingOfWhomItDoesNotKnow() {
        erase("nobody-at-all@example.com")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", not(containsString("nobody-at-all")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "?x=1", "/../data", ";v=1"})
    void isForNobodyWithoutTheRight(String ending) {
        Api.users("{\"email\":\"guarded@example.com\",\"name\":\"Ada\",\"startDate\":\"2999-01-01\"}")
                .statusCode(202);

        for (String key : new String[] {ApiProfile.KEY, ApiProfile.VIEWER_KEY}) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + key)
                    .delete("/api/learners/guarded@example.com/data" + ending)
                    .then()
                    .statusCode(403);
        }
        Api.asHr().get("/api/learners/guarded@example.com").then().statusCode(200);
    }

    private static ValidatableResponse erase(String key) {
        return Api.as(ApiProfile.OPERATOR_KEY)
                .urlEncodingEnabled(false)
                .delete("/api/learners/" + key + "/data")
                .then();
    }

    private static void awaitState(String key, String state) {
        Patience.awaiting(key + " to be " + state)
                .until(() -> state.equals(Api.asHr().get("/api/learners/" + key).path("state")));
    }

    /** The second endpoint has neither taken the escalation nor waits for its next try. */
    private static boolean isBeingTold(String key) {
        JsonPath person = Api.asHr().get("/api/learners/" + key).jsonPath();
        return person.getList("escalations").size() == 1
                && person.get("escalations[0].deliveries[1].deliveredAt") == null
                && person.get("escalations[0].deliveries[1].nextTryAt") == null;
    }

    private static void awaitDelivered(String key) {
        Patience.awaiting("all endpoints to be told of " + key)
                .until(() -> !Api.asHr()
                        .get("/api/learners/" + key)
                        .<List<Object>>path("escalations[0].deliveries.deliveredAt")
                        .contains(null));
    }
}
