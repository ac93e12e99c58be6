package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An input beyond the limits waits until somebody with the right to say so has approved it. */
@QuarkusTest
@TestProfile(ApiProfile.class)
// two rows are usual here, and half of them may be bad
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.intake.max-batch-size", value = "2"),
            @ResourceArg(name = "bridge.intake.max-rejected-share", value = "0.4")
        })
class HeldBatchTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void waitsForAnApprovalAndGoesOn() throws IOException {
        String id = held("held-1@example.com", "held-2@example.com", "held-3@example.com");
        Fence.pass(inbox, alm, "held");
        assertThat(alm.creates("held-1@example.com")).isEmpty();

        approve(ApiProfile.OPERATOR_KEY, id).statusCode(202).body("approvedAt", notNullValue());

        for (int i = 1; i <= 3; i++) {
            alm.awaitEnrolled("held-" + i + "@example.com");
            assertThat(alm.creates("held-" + i + "@example.com")).hasSize(1);
        }
        Patience.awaiting("the end of the release")
                .until(() -> Api.asHr().get("/api/batches/" + id).path("heldBecause") == null);
        Api.asHr()
                .get("/api/batches/" + id)
                .then()
                .body("held", equalTo(0))
                .body("learners", equalTo(3))
                .body("approvedAt", notNullValue());
        approve(ApiProfile.OPERATOR_KEY, id).statusCode(202);
    }

    @Test
    void isNotHeldAgainOnceItIsApproved() {
        String people = Inbox.people("again-1@example.com", "again-2@example.com", "again-3@example.com");
        String id = Api.csv(people).extract().path("id");
        approve(ApiProfile.OPERATOR_KEY, id).statusCode(202);
        alm.awaitEnrolled("again-3@example.com");

        Api.csv(people).statusCode(202).body("id", equalTo(id)).body("held", equalTo(0));
    }

    @Test
    void holdsAFileWithTooManyBadRows() throws IOException {
        inbox.drop("mostly-bad.csv", Inbox.people("good-of-two@example.com", "no address"));
        inbox.awaitDone("mostly-bad.csv");
        Fence.pass(inbox, alm, "mostly-bad");

        assertThat(alm.creates("good-of-two@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "?x=1", "/../approve", ";v=1"})
    void isApprovedByNobodyWithoutTheRight(String ending) {
        String id = held("right-1@example.com", "right-2@example.com", "right-3@example.com");

        for (String key : new String[] {ApiProfile.KEY, ApiProfile.VIEWER_KEY}) {
            int status = given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + key)
                    .post("/api/batches/" + id + "/approve" + ending)
                    .statusCode();
            assertThat(status).isIn(403, 404, 405);
        }
        Api.asHr().get("/api/batches/" + id).then().body("approvedAt", nullValue());
    }

    @Test
    void saysWhenThereIsNothingToApprove() {
        String id = Api.csv(Inbox.people("not-held@example.com")).extract().path("id");

        approve(ApiProfile.OPERATOR_KEY, id).statusCode(409).contentType("application/problem+json");
        approve(ApiProfile.OPERATOR_KEY, "unknown").statusCode(404).contentType("application/problem+json");
    }

    private static String held(String... emails) {
        return Api.csv(Inbox.people(emails))
                .statusCode(202)
                .body("held", equalTo(emails.length))
                .body("learners", equalTo(0))
                .body("heldBecause", equalTo("3 rows are more than bridge.intake.max-batch-size = 2 allows"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse approve(String key, String id) {
        return Api.as(key).post("/api/batches/" + id + "/approve").then();
    }
}
