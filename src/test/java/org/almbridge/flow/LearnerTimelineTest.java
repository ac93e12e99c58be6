package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request says why somebody is not enrolled. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class LearnerTimelineTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void tellsOfSomebodyWhoIsEnrolledAfterALag() throws IOException {
        alm.script("lagged@example.com", "{\"timingErrors\": 2}");
        inbox.drop("lagged.csv", "userUniqueId,email,name\nE-lagged,Lagged@example.com,Ada Example\n");
        awaitState("E-lagged", "ENROLLED");

        ValidatableResponse person = learner("E-lagged")
                .body("key", equalTo("E-lagged"))
                .body("email", equalTo("lagged@example.com"))
                .body("why", startsWith("Is enrolled in all 1 instances"))
                .body("source", equalTo("drop"))
                .body("input", equalTo("lagged.csv"))
                .body("batch", notNullValue())
                .body("rowNumber", equalTo(2))
                .body("row.email", equalTo("Lagged@example.com"))
                .body("row.name", equalTo("Ada Example"))
                .body("startAt", nullValue())
                .body("nextDueAt", nullValue())
                .body(
                        "almUserId",
                        equalTo(alm.users("lagged@example.com").get(0).id()))
                .body("linked", equalTo(false))
                .body("enrolments", hasSize(1))
                .body("enrolments[0].loId", equalTo(Simulator.LO))
                .body("enrolments[0].loInstanceId", equalTo(Simulator.INSTANCE))
                .body("enrolments[0].state", equalTo("ENROLLED"))
                .body("enrolments[0].escalationId", nullValue())
                .body("attempts.call", contains("CREATE_USER", "ENROL_USER", "ENROL_USER", "ENROL_USER"))
                .body("attempts.number", contains(1, 2, 3, 4))
                .body("attempts.class", contains(null, "INDEXING_LAG", "INDEXING_LAG", null))
                .body("attempts[1].status", equalTo(400))
                .body("attempts[1].loInstanceId", equalTo(Simulator.INSTANCE))
                .body("attempts[1].requestId", notNullValue())
                .body("attempts[1].body", containsString("exist"))
                .body("escalations", empty());
        assertInOrder(
                person, "acceptedAt", "attempts[0].startedAt", "createdAt", "enrolments[0].enrolledAt", "finishedAt");
    }

    /** What callers read in the description is what they get. */
    @Test
    void hasTheMembersThatAreDescribed() {
        alm.script("described@example.com", "{\"rejectEnrolment\": true}");
        Api.users(Api.person("described@example.com")).statusCode(202);
        awaitState("described@example.com", "ESCALATED");
        JsonPath schemas = Api.asHr().get("/q/openapi?format=json").jsonPath().setRootPath("components.schemas");
        JsonPath person = learner("described@example.com").extract().jsonPath();

        assertMembers(schemas, "Learner", person.getMap(""));
        assertMembers(schemas, "Attempt", person.getMap("attempts[0]"));
        assertMembers(schemas, "Enrolment", person.getMap("enrolments[0]"));
        assertMembers(schemas, "Escalation", person.getMap("escalations[0]"));
        JsonPath batches = Api.asHr().get("/api/batches").jsonPath();
        assertMembers(schemas, "BatchList", batches.getMap(""));
        assertMembers(schemas, "BatchSummary", batches.getMap("batches[0]"));
    }

    private static void assertMembers(JsonPath schemas, String schema, Map<String, ?> answer) {
        assertThat(answer.keySet())
                .as(schema)
                .containsExactlyInAnyOrderElementsOf(
                        schemas.<String, Object>getMap(schema + ".properties").keySet())
                .containsExactlyInAnyOrderElementsOf(schemas.getList(schema + ".required", String.class));
    }

    private static void assertInOrder(ValidatableResponse person, String... times) {
        Instant before = Instant.EPOCH;
        for (String time : times) {
            Instant at = Instant.parse(person.extract().path(time));
            assertThat(at).as(time).isAfterOrEqualTo(before);
            before = at;
        }
    }

    @Test
    void tellsOfSomebodyWhoWaitsForTheirFirstDay() {
        Api.users("{\"email\":\"first-day@example.com\",\"name\":\"Ada\",\"startDate\":\"2999-01-01\"}")
                .statusCode(202);

        learner("first-day@example.com")
                .body("state", equalTo("NEW"))
                .body("why", allOf(startsWith("Waits for the start date"), containsString("2999-01-01T00:00:00Z")))
                .body("startAt", equalTo("2999-01-01T00:00:00Z"))
                .body("nextDueAt", equalTo("2999-01-01T00:00:00Z"))
                .body("source", equalTo("api"))
                .body("attempts", empty())
                .body("almUserId", nullValue())
                .body("enrolments[0].state", equalTo("DUE"));
    }

    @Test
    void tellsOfSomebodyWhomAlmPutsOff() {
        alm.script("put-off@example.com", "{\"enrolStatus\": [503], \"retryAfter\": \"80000\"}");
        Api.users(Api.person("put-off@example.com")).statusCode(202);
        Patience.awaiting("the wait in the ledger")
                .until(() -> Api.asHr()
                        .get("/api/learners/put-off@example.com")
                        .<String>path("why")
                        .startsWith("ALM did not do ENROL_USER at "));

        learner("put-off@example.com")
                .body("why", containsString("(status 503), tried once. The next try is at "))
                .body("createdAt", notNullValue());
    }

    @Test
    void tellsOfSomebodyWhoIsEscalated() {
        alm.script("refused@example.com", "{\"rejectEnrolment\": true}");
        Api.users(Api.person("refused@example.com")).statusCode(202);
        awaitState("refused@example.com", "ESCALATED");
        Patience.awaiting("both deliveries")
                .until(() -> !Api.asHr()
                        .get("/api/learners/refused@example.com")
                        .jsonPath()
                        .getList("escalations[0].deliveries.deliveredAt")
                        .contains(null));

        ValidatableResponse person = learner("refused@example.com")
                .body(
                        "why",
                        allOf(
                                startsWith("1 of 1 enrolments could not be made. Escalated as REJECTED at "),
                                containsString("ALM refuses this as it is")))
                .body("escalations", hasSize(1))
                .body("escalations[0].class", equalTo("REJECTED"))
                .body("escalations[0].openedAt", endsWith("Z"))
                .body("escalations[0].deliveries.endpoint", contains(0, 1))
                .body("escalations[0].deliveries.nextTryAt", contains(nullValue(), nullValue()))
                .body("enrolments[0].state", equalTo("ESCALATED"));
        assertThat(person.extract().<String>path("enrolments[0].escalationId"))
                .isEqualTo(person.extract().path("escalations[0].id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A/1%2|%41%2F1%252
            a b+c|a%20b+c
            a b+d|a%20b%2Bd
            Zoë@odd|Zo%C3%AB@odd
            ?q=1#x|%3Fq=1%23x
            semi;v=1|semi;v=1
            """)
    void findsEveryKey(String key, String encoded) {
        String email = "odd-" + Math.abs(key.hashCode()) + "@example.com";
        Api.users("{\"userUniqueId\":\"" + key + "\",\"email\":\"" + email + "\",\"name\":\"Ada\"}")
                .statusCode(202);

        raw(encoded).statusCode(200).body("key", equalTo(key)).body("email", equalTo(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tag+By%2FMail@example.com",
                "tag%2Bby%2fmail%40EXAMPLE.com",
                "%20tag+by%2Fmail@example.com%20",
                "tag+by%2Fmail@example.com/"
            })
    void findsEveryAddressInLettersOfAnyCase(String encoded) {
        Api.users("{\"userUniqueId\":\"E-tag\",\"email\":\"Tag+by/mail@example.com\",\"name\":\"Ada\"}")
                .statusCode(202);

        raw(encoded).statusCode(200).body("key", equalTo("E-tag"));
    }

    @Test
    void takesThePersonFromTheAddressAlone() {
        Api.users("[" + Api.person("asked-for@example.com") + "," + Api.person("other@example.com") + "]")
                .statusCode(202);

        Api.asHr()
                .header("key", "other@example.com")
                .header("CamelHttpPath", "/api/learners/other@example.com")
                .get("/api/learners/asked-for@example.com")
                .then()
                .body("email", equalTo("asked-for@example.com"));
        Api.asHr()
                .get("/api/learners/asked-for@example.com?key=other@example.com")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("The parameter 'key' is not known here: leave it out, there are none."));
    }

    @Test
    void saysWhereToLookForSomebodyWhoIsNotThere() {
        raw("nobody-secret%40example.com")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("rejected rows are listed with their batch"))
                .body(not(containsString("secret")));
        raw("%00").statusCode(404);
    }

    @Test
    void answersThoseAloneWhoMayView() {
        String path = "/api/learners/anybody@example.com";

        given().get(path).then().statusCode(401);
        Api.as(ApiProfile.OPERATOR_KEY).get(path).then().statusCode(403).body("$", not(hasKey("email")));
        Api.as(ApiProfile.VIEWER_KEY).get(path).then().statusCode(404);
    }

    private static void awaitState(String key, String state) {
        Patience.awaiting(key + " to be " + state)
                .until(() -> state.equals(Api.asHr().get("/api/learners/" + key).path("state")));
    }

    private static ValidatableResponse learner(String key) {
        return Api.asHr()
                .get("/api/learners/{key}", key)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store");
    }

    private static ValidatableResponse raw(String encodedKey) {
        return Api.asHr()
                .urlEncodingEnabled(false)
                .get("/api/learners/" + encodedKey)
                .then();
    }
}
