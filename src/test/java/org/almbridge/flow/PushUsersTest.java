package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class PushUsersTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void enrolsEverybodyOfAnArrayOnce() {
        String location = Api.users(
                        "[" + Api.person("push-1@example.com") + "," + Api.person("push-2@example.com") + "]")
                .statusCode(202)
                .body("rowsRead", equalTo(2))
                .body("learners", equalTo(2))
                .body("known", equalTo(0))
                .body("rejected", equalTo(0))
                .extract()
                .header("Location");

        assertEnrolledOnce("push-1@example.com");
        assertEnrolledOnce("push-2@example.com");
        Api.asHr()
                .get(location)
                .then()
                .statusCode(200)
                .body("id", equalTo(location.replace("/api/batches/", "")))
                .body("source", equalTo("api"))
                .body("name", startsWith("hr/"))
                .body("openedAt", endsWith("Z"))
                .body("closedAt", endsWith("Z"))
                .body("learners", equalTo(2))
                .body("failure", nullValue());
    }

    private void assertEnrolledOnce(String email) {
        alm.awaitEnrolled(email);
        assertThat(alm.creates(email)).hasSize(1);
        assertThat(alm.instances(email)).containsExactly(Simulator.INSTANCE);
    }

    @Test
    void takesOnePersonBare() {
        Api.users(Api.person("push-bare@example.com")).statusCode(202).body("learners", equalTo(1));

        assertEnrolledOnce("push-bare@example.com");
    }

    @Test
    void takesAnEnvelope() {
        Api.users("{\"page\": {\"n\": 1}, \"data\": [" + Api.person("push-enveloped@example.com") + "]}")
                .statusCode(202);

        assertEnrolledOnce("push-enveloped@example.com");
    }

    @Test
    void acceptsNobodyWhenOneIsBadAndNamesEachBadOne() {
        Api.users("[" + Api.person("push-with-bad@example.com")
                        + ", {\"email\": \"secret-address\", \"name\": \"Eve\"}, {}]")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("Bad Request"))
                .body("status", equalTo(400))
                .body("detail", startsWith("Nobody is accepted, because 2 of 3 people cannot be"))
                .body("errors.pointer", contains("/1", "/2"))
                .body("errors[0].reasons[0]", startsWith("email must have exactly one @"))
                .body("errors[1].reasons", hasSize(2))
                .body(not(containsString("secret-address")));

        Api.users(Api.person("push-fence@example.com")).statusCode(202);
        alm.awaitEnrolled("push-fence@example.com");
        assertThat(alm.calls("push-with-bad@example.com")).isEmpty();
    }

    @Test
    void pointsIntoAnEnvelopeAndAtOnePerson() {
        Api.users("{\"data\": [{\"name\": \"Ada\"}]}").statusCode(400).body("errors.pointer", contains("/data/0"));
        Api.users("{\"name\": \"Ada\"}").statusCode(400).body("errors.pointer", contains(""));
    }

    @Test
    void namesNoMoreThanAHundredBadOnes() {
        String people = IntStream.range(0, 150).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));

        Api.users(people)
                .statusCode(400)
                .body("detail", containsString("150 of 150 people cannot be, the first 100 of whom are in errors"))
                .body("errors", hasSize(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"data\": []}",
                "nonsense",
                "\"text\"",
                "[{\"email\": \"cut-off@example.com\", \"na",
                "{\"email\": \"two@example.com\"} {\"email\": \"three@example.com\"}",
                "{\"data\": {\"email\": \"no-array@example.com\"}}",
                "{\"data\": [], \"data\": []}"
            })
    void saysWhatIsWrongWithContentThatHoldsNobody(String content) {
        assertProblem(Api.users(content), 400);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        assertProblem(Api.users(Api.person("utf16@example.com").getBytes(StandardCharsets.UTF_16LE)), 400);
        assertProblem(Api.users("[{\"name\": \"Zo\u00eb\"}]".getBytes(StandardCharsets.ISO_8859_1)), 400);
    }

    @Test
    void refusesDeepNestingAndNul() {
        assertProblem(Api.users("[".repeat(100_000)), 400);
        assertProblem(Api.users("{\"a\":".repeat(100_000)), 400);
        Api.users("[{\"email\": \"nul@example.com\", \"name\": \"A\\u0000da\"}]")
                .statusCode(400)
                .body(
                        "errors[0].reasons[0]",
                        equalTo("name contains a NUL character: export the row again or type the value anew"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/html", "application/json; charset=ISO-8859-1", "multipart/form-data"})
    void refusesOtherMediaTypes(String mediaType) {
        assertProblem(
                Api.asHr()
                        .header("Content-Type", mediaType)
                        .body(Api.person("media@example.com").getBytes(StandardCharsets.UTF_8))
                        .post("/api/users")
                        .then(),
                415);
    }

    @Test
    void namesTheMediaTypesItTakes() {
        Api.asHr()
                .header("Content-Type", "text/plain")
                .body(new byte[] {'x'})
                .post("/api/batches")
                .then()
                .statusCode(415)
                .body(
                        "detail",
                        endsWith("send application/jsonl, application/ndjson, application/x-ndjson, text/csv."));
    }

    @Test
    void refusesCompressedContent() {
        assertProblem(
                Api.asHr()
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .body(new byte[] {31, -117})
                        .post("/api/users")
                        .then(),
                415);
    }

    @Test
    void tellsAddressesAndMethodsThatAreNotThere() {
        assertProblem(Api.asHr().get("/api/nothing").then(), 404);
        assertProblem(
                Api.asHr().get("/api/batches/00000000000000000000000000000000").then(), 404);
        assertProblem(Api.asHr().get("/api/batches/1?id=2").then(), 400);
        assertProblem(Api.asHr().get("/elsewhere").then(), 404);
        assertProblem(Api.asHr().put("/api/users").then().header("Allow", "POST"), 405);
        assertProblem(Api.asHr().put("/api/batches/1").then().header("Allow", "GET"), 405);
    }

    private static void assertProblem(ValidatableResponse answer, int status) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("$", aMapWithSize(4))
                .body("status", equalTo(status))
                .body("detail", endsWith("."))
                .body(not(containsString("Exception")));
    }

    @Test
    void acceptsNobodyWhenTwoAreTheSameAndDiffer() throws IOException {
        Api.users("[" + Api.person("same-1@example.com") + "," + Api.person("same-2@example.com")
                        + ",{\"email\":\"Same-1@example.com\",\"name\":\"Another Name\"}]")
                .statusCode(400)
                .body("errors.pointer", contains("/2"))
                .body("errors[0].reasons[0]", startsWith("the person is the same as /0, but differs in name"));

        Fence.pass(inbox, alm, "same-people");
        assertThat(alm.creates("same-2@example.com")).isEmpty();
    }
}
