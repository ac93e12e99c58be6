package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller is told who asks for a plan. */
@QuarkusTest
@TestProfile(ApiProfile.class)
// few people are many here, and ALM's pace is known from the start
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.plan.max-people", value = "3"),
            @ResourceArg(name = "bridge.intake.max-batch-size", value = "4"),
            @ResourceArg(name = "bridge.alm.requests-per-minute", value = "6000"),
            @ResourceArg(name = "bridge.alm.burst", value = "2")
        })
class PlanAnswerTest {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";

    Simulator alm;

    @AfterEach
    void answersAgain() {
        alm.settings("{\"faults\": {\"error500\": 0}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json     | {\"email\":\"one@example.com\",\"name\":\"Ada Example\"}",
                "application/json     | [{\"email\":\"one@example.com\",\"name\":\"Ada Example\"}]",
                "application/x-ndjson | {\"email\":\"one@example.com\",\"name\":\"Ada Example\"}"
            })
    void takesWhatTheOtherOperationsTake(String mediaType, String content) {
        plan(mediaType, content)
                .statusCode(200)
                .body("create", equalTo(1))
                .body("enrolments.make", equalTo(1))
                .body("callsAtLeast.post", equalTo(2))
                .body("refused", nullValue())
                .body(not(containsString("one@example.com")));
        assertThat(alm.users("one@example.com")).isEmpty();
    }

    @Test
    void saysThatAllOrNobodyMeansNobody() {
        plan(JSON, "[" + Api.person("good@example.com") + ",{\"email\":\"secret-address\",\"name\":\"Ada\"}]")
                .statusCode(200)
                .body("create", equalTo(1))
                .body("rejectedRows.row", contains(2))
                .body("refused", startsWith("POST /api/users takes all people"))
                .body(not(containsString("secret-address")));
    }

    @Test
    void tellsColumnsThatMeanNothing() {
        plan(CSV, "email,name,shoe size\nfeet@example.com,Ada,38\n")
                .statusCode(200)
                .body("ignoredColumns", contains("shoe size"));
    }

    @Test
    void reckonsWithTheLimit() {
        plan(CSV, people(3))
                .statusCode(200)
                .body("callsAtLeast.post", equalTo(6))
                .body("limit.perMinute", equalTo(6000.0f))
                .body("limit.burst", equalTo(2))
                .body("secondsAtLeast", equalTo(1))
                .body("postsForTheLag", nullValue());
    }

    @Test
    void lookUpsOfMorePeopleAreForAFile() {
        int calls = alm.calls().size();

        plan(CSV, people(4))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("lookUp=false"))
                .body("detail", containsString("-Dquarkus.profile=plan"));

        assertThat(alm.calls()).hasSize(calls);
    }

    @Test
    void plansByTheLedgerAlone() {
        int calls = alm.calls().size();

        Api.asHr()
                .header("Content-Type", CSV)
                .body(people(4))
                .post("/api/plan?lookUp=false")
                .then()
                .statusCode(200)
                .body("unknown", equalTo(4))
                .body("create", equalTo(0))
                .body("callsAtLeast.post", equalTo(8));

        assertThat(alm.calls()).hasSize(calls);
    }

    @Test
    void saysThatTheBatchWouldBeHeld() {
        Api.asHr()
                .header("Content-Type", CSV)
                .body(people(5))
                .post("/api/plan?lookUp=false")
                .then()
                .statusCode(200)
                .body("held", containsString("bridge.intake.max-batch-size = 4"))
                .body("unknown", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lookUp=maybe", "lookUp=", "lookUp=true&lookUp=false"})
    void refusesWhatIsNoAnswerToWhetherToLookUp(String query) {
        Api.asHr()
                .header("Content-Type", CSV)
                .body(people(1))
                .post("/api/plan?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString("lookUp"));
    }

    @Test
    void refusesOtherContent() {
        plan("text/plain", "Ada").statusCode(415).body("detail", containsString("text/csv"));
    }

    @Test
    void saysWhyContentCannotBeRead() {
        plan(CSV, "name\nAda\n").statusCode(400).body("detail", startsWith("The content cannot be read:"));
    }

    @Test
    void plansAsFarAsContentCanBeRead() {
        plan(CSV, people(1) + "\"broken@example.com,Ada\n")
                .statusCode(200)
                .body("failure", notNullValue())
                .body("create", equalTo(1));
    }

    @Test
    void isForWhoMaySubmit() {
        Api.as(ApiProfile.VIEWER_KEY)
                .header("Content-Type", CSV)
                .body(people(1))
                .post("/api/plan")
                .then()
                .statusCode(403);
    }

    @Test
    void saysThatAlmDoesNotAnswer() {
        alm.settings("{\"faults\": {\"error500\": 1}}");

        plan(CSV, people(1))
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("detail", startsWith("ALM does not tell what the plan needs (UNAVAILABLE)"))
                .body("detail", not(containsString("example.com")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lookUp=maybe"})
    void leavesNothingBehind(String query) {
        Api.asHr().header("Content-Type", CSV).body(people(2)).post("/api/plan" + query);

        Patience.awaiting("an empty " + ApiProfile.UPLOADS)
                .until(() -> uploads().isEmpty());
    }

    private static List<Path> uploads() throws IOException {
        try (Stream<Path> files = Files.list(ApiProfile.UPLOADS)) {
            return files.toList();
        }
    }

    private static String people(int number) {
        String[] emails = new String[number];
        for (int i = 0; i < number; i++) {
            emails[i] = "planned-" + number + "-" + i + "@example.com";
        }
        return Inbox.people(emails);
    }

    private static ValidatableResponse plan(String mediaType, String content) {
        return Api.asHr()
                .header("Content-Type", mediaType)
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/api/plan")
                .then();
    }
}
