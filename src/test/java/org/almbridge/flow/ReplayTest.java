package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Operator;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was escalated is seen, counted and sent through again, or closed. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class ReplayTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void countsAndThenEnrolsExactlyThoseWhoAreMeant() throws IOException {
        String others = escalated("others", 1);
        String batch = escalated("meant", 3);
        String byBatch = "\"batch\": \"" + batch + "\"";

        Operator.replay("{" + byBatch + "}")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("escalations", equalTo(3))
                .body("learners", equalTo(3))
                .body("enrolments", equalTo(3))
                .body("posts", equalTo(6));
        Fence.pass(inbox, alm, "dry-run");
        assertThat(alm.users("meant-0@example.com")).isEmpty();

        Operator.replay("{" + byBatch + ", \"dryRun\": false, \"expected\": 3}")
                .statusCode(202)
                .body("dryRun", equalTo(false))
                .body("escalations", equalTo(3));
        for (String email : people("meant", 3)) {
            alm.awaitEnrolled(email);
        }
        Fence.pass(inbox, alm, "replay");
        for (String email : people("meant", 3)) {
            assertThat(alm.creates(email)).extracting(JournalEntry::status).containsExactly(422, 200);
            assertThat(alm.users(email)).hasSize(1);
            assertThat(alm.enrols(email).stream().filter(call -> call.status() == 200))
                    .hasSize(1);
        }
        assertThat(alm.users("others-0@example.com")).isEmpty();
        assertThat(Operator.total("batch=" + batch)).isZero();
        assertThat(Operator.total("batch=" + batch + "&state=all")).isEqualTo(3);
        assertThat(Operator.total("batch=" + others)).isEqualTo(1);
    }

    @Test
    void makesTheEnrolmentThatFailedAndNotTheUser() {
        alm.script("course@example.com", "{\"rejectEnrolment\": true}");
        String id = id(push("course@example.com"), "REJECTED");
        alm.script("course@example.com", "{}");

        Operator.replay("{\"ids\": [\"" + id + "\"], \"dryRun\": false, \"expected\": 1}")
                .statusCode(202)
                .body("posts", equalTo(1));

        alm.awaitEnrolled("course@example.com");
        assertThat(alm.creates("course@example.com")).hasSize(1);
    }

    @Test
    void doesNothingWhenOthersCameMeanwhile() throws IOException {
        String batch = escalated("counted", 2);

        Operator.replay("{\"batch\": \"" + batch + "\", \"dryRun\": false, \"expected\": 1}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("escalations", equalTo(2));

        Fence.pass(inbox, alm, "counted");
        assertThat(alm.creates("counted-0@example.com")).hasSize(1);
        assertThat(Operator.total("batch=" + batch)).isEqualTo(2);
    }

    @Test
    void listsWhoIsEscalatedInParts() {
        String batch = escalated("listed", 5);
        String query = "batch=" + batch + "&source=api&class=REJECTED&limit=2";

        var first = Operator.get("/api/escalations?" + query).statusCode(200);
        first.body("total", equalTo(5))
                .body("escalations.size()", equalTo(2))
                .body("escalations[0].class", equalTo("REJECTED"))
                .body("escalations[0].state", equalTo("open"))
                .body("escalations[0].learner.source", equalTo("api"))
                .body("escalations[0].learner.batch", equalTo(batch))
                .body("escalations[0].learner.almUserId", nullValue())
                .body("escalations[0].enrolments[0].loInstanceId", equalTo(Simulator.INSTANCE))
                .body("escalations[0].lastAttempt.call", equalTo("CREATE_USER"))
                .body("escalations[0].lastAttempt.status", equalTo(422))
                .body("escalations[0].dismissedAt", nullValue());
        var second = Operator.get(first.extract().path("next"));
        var third = Operator.get(second.extract().path("next"));
        third.body("escalations.size()", equalTo(1)).body("next", nullValue());

        List<String> opened = all("escalations.openedAt", first, second, third);
        assertThat(opened).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(all("escalations.learner.email", first, second, third))
                .containsExactlyInAnyOrderElementsOf(people("listed", 5));
        assertThat(Operator.total("batch=" + batch + "&openedBefore=" + opened.get(4)))
                .isZero();
        assertThat(Operator.total("batch=" + batch + "&openedAfter=" + opened.get(4)))
                .isEqualTo(5);
        assertThat(Operator.total("batch=" + batch + "&class=THROTTLED")).isZero();
    }

    private static List<String> all(String path, ValidatableResponse... parts) {
        return Stream.of(parts)
                .flatMap(part -> part.extract().jsonPath().getList(path, String.class).stream())
                .toList();
    }

    @Test
    void showsTheWholeRecord() {
        String batch = escalated("whole", 1);
        String id = id(batch, "REJECTED");

        Operator.get("/api/escalations/" + id)
                .statusCode(200)
                .body("id", equalTo(id))
                .body("learner.row.email", equalTo("whole-0@example.com"))
                .body("attempts.size()", equalTo(1))
                .body("replay", containsString("/api/escalations/replay"));
        Operator.get("/api/escalations/unknown").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void closesWithoutAReplayUntilTheWorkIsSentThroughAgain() {
        String batch = escalated("closed", 1);
        String id = id(batch, "REJECTED");
        String path = "/api/escalations/" + id + "/dismiss";

        for (int time = 0; time < 2; time++) {
            Operator.post(path, "{\"reason\": \"left the company\"}")
                    .statusCode(200)
                    .body("state", equalTo("dismissed"))
                    .body("dismissedBecause", equalTo("left the company"))
                    .body("dismissedBy", equalTo("operator"));
        }
        Operator.post(path, "{\"reason\": \"another\"}").statusCode(409);
        assertThat(Operator.total("batch=" + batch)).isZero();
        assertThat(Operator.total("batch=" + batch + "&state=dismissed")).isEqualTo(1);
        Operator.replay("{\"batch\": \"" + batch + "\"}").body("escalations", equalTo(0));

        Operator.replay("{\"ids\": [\"" + id + "\"], \"dryRun\": false, \"expected\": 1}")
                .statusCode(202);
        alm.awaitEnrolled("closed-0@example.com");
        assertThat(Operator.total("batch=" + batch + "&state=dismissed")).isZero();
        Operator.post(path, "{\"reason\": \"left the company\"}").statusCode(409);
        Operator.post("/api/escalations/unknown/dismiss", "{\"reason\": \"x\"}").statusCode(404);
    }

    @Test
    void isOpenAgainWhenItFailsAgain() {
        alm.script("replay-again@example.com", "{\"createStatus\": [422, 422]}");
        String id = id(push("replay-again@example.com"), "REJECTED");
        Operator.post("/api/escalations/" + id + "/dismiss", "{\"reason\": \"wait for a row\"}")
                .statusCode(200);

        String later = push("replay-again@example.com", "Corrected Name");

        Patience.awaiting("the second escalation").until(() -> Operator.total("batch=" + later) == 1);
        assertThat(id(later, "REJECTED")).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|No filter",
                "{\"all\": true, \"class\": \"REJECTED\"}|beside a filter",
                "{\"all\": true, \"dryRun\": false}|expected is missing",
                "{\"all\": \"yes\"}|all is neither true nor false",
                "{\"class\": \"WRONG\"}|class is none of those there are: give one of INDEXING_LAG",
                "{\"openedBefore\": \"yesterday\"}|openedBefore is no moment",
                "{\"ids\": [\"secret@example.com\"]}|ids is no such list",
                "{\"ids\": []}|ids is no such list",
                "{\"all\": true, \"expected\": -1}|expected is no such number",
                "{\"all\": true, \"clas\": \"x\"}|clas is unknown here: there are all, batch, class, dryRun, expected",
                "{\"all\": true, \"secret@example.com\": 1}|A name is unknown here",
                "{\"all\": true, \"all\": true}|not well-formed",
                "{\"all\": true} x|not well-formed",
                "[]|not a JSON object",
            })
    void saysWhatIsWrongWithARequest(String json, String detail) {
        Operator.replay(json)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=closed",
                "limit=0",
                "limit=501",
                "limit=x",
                "cursor=x",
                "class=",
                "clas=x",
                "limit=1&limit=2"
            })
    void saysWhatIsWrongWithAQuery(String query) {
        Operator.get("/api/escalations?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(": "));
    }

    @Test
    void takesJsonOnly() {
        Api.as(ApiProfile.OPERATOR_KEY)
                .header("Content-Type", "text/csv")
                .body("x".getBytes())
                .post("/api/escalations/replay")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/escalations/replay",
                "/api/escalations/replay/",
                "//api/escalations//replay",
                "/api/escalations/0/dismiss",
                "/api/escalations/0/dismiss/",
                "/api/dispatch/pause",
                "/api/dispatch/resume",
                "/api/sources/drop/pause",
                "/api/sources/drop/resume",
                "/api/x/../dispatch/pause"
            })
    void isDoneByNobodyWithoutTheRight(String path) {
        for (String key : new String[] {ApiProfile.KEY, ApiProfile.VIEWER_KEY}) {
            Operator.post(key, path, "{\"reason\": \"x\", \"all\": true}").statusCode(403);
        }
        assertThat(Operator.status().getList("dispatch.heldBy")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/escalations", "/api/escalations/0", "/api/status"})
    void isSeenByNobodyWithoutTheRight(String path) {
        Api.as(ApiProfile.OPERATOR_KEY).get(path).then().statusCode(403);
    }

    /** Answers the batch of people whose create ALM has refused once, when all of them are escalated. */
    private String escalated(String name, int people) {
        for (String email : people(name, people)) {
            alm.script(email, "{\"createStatus\": [422]}");
        }
        String batch = push(people(name, people).toArray(String[]::new));
        Patience.awaiting("the escalations of " + name).until(() -> Operator.total("batch=" + batch) == people);
        return batch;
    }

    private static List<String> people(String name, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toList();
    }

    private static String push(String... emails) {
        return Api.csv(Inbox.people(emails)).statusCode(202).extract().path("id");
    }

    private static String push(String email, String name) {
        return Api.csv("email,name\n" + email + "," + name + "\n")
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String id(String batch, String failureClass) {
        String query = "/api/escalations?batch=" + batch + "&class=" + failureClass;
        Patience.awaiting("an escalation of the batch")
                .until(() -> Operator.get(query).extract().<Integer>path("total") > 0);
        return Operator.get(query).extract().path("escalations[0].id");
    }
}
