package org.almbridge.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/** Which inputs there were, what became of them, and which of their rows go back to the sender. */
@QuarkusTest
@TestProfile(ApiProfile.class)
// more bad rows than good ones are a mistake here
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.intake.max-rejected-share", value = "0.5"))
class BatchesTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void areListedNewestFirstPageByPage() {
        List<String> pushed = IntStream.range(0, 5)
                .mapToObj(i -> push(Inbox.people("listed-" + i + "@example.com")))
                .toList();

        List<String> listed = new ArrayList<>();
        String next = "/api/batches?source=api&limit=2";
        while (next != null && !listed.containsAll(pushed)) {
            JsonPath page = page(next);
            assertThat(page.getList("batches")).hasSizeBetween(1, 2);
            listed.addAll(page.getList("batches.id", String.class));
            next = page.getString("next");
        }

        assertThat(listed).doesNotHaveDuplicates();
        List<String> newestFirst = new ArrayList<>(pushed);
        Collections.reverse(newestFirst);
        assertThat(listed).containsSubsequence(newestFirst);
    }

    @Test
    void endWithoutAFurtherPage() {
        push(Inbox.people("last-page@example.com"));
        JsonPath all = page("/api/batches?limit=500");

        assertThat(all.getString("next")).isNull();
        assertThat(page("/api/batches?limit=" + all.getList("batches").size()).getString("next"))
                .isNull();
        assertThat(page("/api/batches?source=nowhere").getList("batches")).isEmpty();
    }

    @Test
    void areFoundByTheirState() throws IOException {
        String done = push(Inbox.people("of-done@example.com"));
        String held = push(Inbox.people("of-held@example.com", "bad", "worse"));
        inbox.drop("failed.csv", "no,address\n1,2\n");
        inbox.awaitFailed("failed.csv");

        for (String state : new String[] {"done", "held", "failed", "reading"}) {
            Api.asHr()
                    .get("/api/batches?state=" + state)
                    .then()
                    .statusCode(200)
                    .body("batches.state", everyItem(equalTo(state)));
        }
        Api.asHr().get("/api/batches?state=done").then().body("batches.id", hasItem(done));
        Api.asHr()
                .get("/api/batches?state=held&source=api")
                .then()
                .body("batches.id", hasItem(held))
                .body("batches[0]", aMapWithSize(10))
                .body("batches[0].heldBecause", containsString("bridge.intake.max-rejected-share"));
        Api.asHr()
                .get("/api/batches?state=failed")
                .then()
                .body("batches.name", hasItem("failed.csv"))
                .body("batches.source", everyItem(equalTo("drop")));
    }

    @Test
    void showHowFarTheirPeopleHaveCome() throws IOException {
        alm.script("progress-refused@example.com", "{\"rejectEnrolment\": true}");
        String id = push("""
                email,name,startDate
                progress-in@example.com,Ada Example,
                progress-refused@example.com,Bo Example,
                progress-later@example.com,Cy Example,2999-01-01
                """);
        Patience.awaiting("two of three").until(() -> {
            JsonPath batch = page("/api/batches/" + id);
            return batch.getInt("progress.learners.ENROLLED") + batch.getInt("progress.learners.ESCALATED") == 2;
        });

        Api.asHr()
                .get("/api/batches/" + id)
                .then()
                .body("state", equalTo("done"))
                .body("learners", equalTo(3))
                .body(
                        "progress.learners",
                        equalTo(Map.of("NEW", 1, "CREATED", 0, "ENROLLED", 1, "ESCALATED", 1, "ERASED", 0)))
                .body("progress.enrolments", equalTo(Map.of("DUE", 1, "ENROLLED", 1, "ESCALATED", 1, "ERASED", 0)))
                .body("progress.finished", equalTo(false));
    }

    @Test
    void areFinishedWhenNothingIsLeftButForPeople() {
        String id = push(Inbox.people("finished@example.com"));
        alm.awaitEnrolled("finished@example.com");

        Patience.awaiting("the end of the batch")
                .until(() -> page("/api/batches/" + id).getBoolean("progress.finished"));
        String held = push(Inbox.people("of-held-2@example.com", "bad", "worse"));
        assertThat(page("/api/batches/" + held).getBoolean("progress.finished")).isFalse();
    }

    @Test
    void nameTheirPeopleWhileTheyAreHeld() {
        String held = push("userUniqueId,email,name\nE-held,Who-Waits@example.com,Ada\n,bad,Ada\n,worse,Ada\n");

        for (String key : new String[] {"E-held", "who-waits@EXAMPLE.com"}) {
            Api.asHr()
                    .get("/api/learners/" + key)
                    .then()
                    .statusCode(200)
                    .body("key", equalTo("E-held"))
                    .body("state", equalTo("HELD"))
                    .body("batch", equalTo(held))
                    .body("rowNumber", equalTo(2))
                    .body("row.email", equalTo("Who-Waits@example.com"))
                    .body("attempts", empty())
                    .body("why", containsString("approve it: POST /api/batches/" + held + "/approve"));
        }
        Api.as(ApiProfile.OPERATOR_KEY)
                .post("/api/batches/" + held + "/approve")
                .then()
                .statusCode(202);
        Patience.awaiting("the end of the wait")
                .until(() -> page("/api/learners/E-held").getString("state").equals("ENROLLED"));
        assertThat(page("/api/learners/E-held").getString("why")).doesNotContain("another row");
    }

    @Test
    void giveAllTheirRejectedRows() {
        String rows =
                IntStream.range(0, 2_500).mapToObj(i -> "no address,Ada\n").collect(Collectors.joining());
        String id = push("email,name\n" + rows);

        String csv = Api.asHr()
                .get("/api/batches/" + id + "/rejected-rows")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"rejected-" + id + ".csv\"")
                .extract()
                .asString();

        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(2_501);
        assertThat(lines.get(0)).isEqualTo("source,input,row,reasons");
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i)).matches("api,\"?hr/content-\\w+\"?," + (i + 1) + ",\"email contains .*");
        }
    }

    @Test
    void giveNoFormulaToASpreadsheet() throws IOException {
        inbox.drop("=1+1.csv", "email,name\nno address,Ada\n");
        inbox.awaitDone("=1+1.csv");
        String id = page("/api/batches?source=drop").getString("batches.find { it.name == '=1+1.csv' }.id");

        String csv = Api.asHr().get("/api/batches/" + id + "/rejected-rows").asString();

        assertThat(csv).contains("\ndrop,\"'=1+1.csv\",2,");
    }

    @Test
    void giveAHeaderWhenNoRowIsRejected() {
        String id = push(Inbox.people("nothing-rejected@example.com"));

        assertThat(Api.asHr().get("/api/batches/" + id + "/rejected-rows").asString())
                .isEqualTo("source,input,row,reasons\n");
        Api.asHr()
                .get("/api/batches/unknown/rejected-rows")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?colour=red|'colour' is not known here: there are before, limit, source, state
            ?state=open|'state' is no state: give one of reading, held, failed, done
            ?state=DONE|'state' is no state: give one of reading, held, failed, done
            ?state=|'state' is empty
            ?state=done&state=held|'state' is given more than once
            ?limit=0|'limit' is not a number that is allowed: give a whole number from 1 to 500
            ?limit=501|'limit' is not a number that is allowed
            ?limit=99999999999|'limit' is not a number that is allowed
            ?limit=-1|'limit' is not a number that is allowed
            ?limit=many|'limit' is not a number that is allowed
            ?before=yesterday|'before' is no place in the list: take it from the member next
            ?source=%20|'source' is empty
            /1?id=2|'id' is not known here: leave it out
            /1/rejected-rows?format=xlsx|'format' is not known here
            """)
    void sayWhatIsWrongWithAQuery(String query, String why) {
        Api.asHr()
                .urlEncodingEnabled(false)
                .get("/api/batches" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(why))
                .body(not(containsString("yesterday")));
    }

    @Test
    void takeWhatIsAskedForFromTheQueryAlone() {
        push(Inbox.people("of-a-header@example.com"));

        Api.asHr()
                .header("source", "nowhere")
                .header("state", "nonsense")
                .get("/api/batches?source=api")
                .then()
                .statusCode(200)
                .body("batches.source", hasItem("api"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/1", "/1/rejected-rows"})
    void areShownToThoseAloneWhoMayView(String path) {
        given().get("/api/batches" + path).then().statusCode(401);
        Api.as(ApiProfile.OPERATOR_KEY).get("/api/batches" + path).then().statusCode(403);
        assertThat(Api.as(ApiProfile.VIEWER_KEY).get("/api/batches" + path).statusCode())
                .isIn(200, 404);
    }

    @Test
    void nameTheMethodsOfAnAddressThatTwoFilesServe() {
        Api.as(ApiProfile.OPERATOR_KEY)
                .delete("/api/batches")
                .then()
                .statusCode(405)
                .header("Allow", "GET, POST");
    }

    private static String push(String csv) {
        return Api.csv(csv).statusCode(202).extract().path("id");
    }

    private static JsonPath page(String address) {
        return Api.asHr()
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
