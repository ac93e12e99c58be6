package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the raw record of what was really sent. */
class JournalTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void recordsACallAsItCameIn() {
        Response created = ALM.create("Ada@example.com");

        JsonPath call = ALM.control("/calls").jsonPath();

        assertThat(call.getList("")).hasSize(1);
        assertThat(call.getLong("[0].at")).isEqualTo(HandClock.START);
        assertThat(call.getString("[0].method")).isEqualTo("POST");
        assertThat(call.getString("[0].path")).isEqualTo("/primeapi/v2/users");
        assertThat(call.getString("[0].query")).isNull();
        assertThat(call.getInt("[0].status")).isEqualTo(200);
        assertThat(call.getString("[0].requestId")).isEqualTo(created.header("x-request-id"));
        assertThat(call.getString("[0].email")).isEqualTo("Ada@example.com");
        assertThat(call.getString("[0].contentType")).isEqualTo(Answer.JSON_API);
        assertThat(call.getString("[0].accept")).isEqualTo(Answer.JSON_API);
        assertThat(call.getString("[0].authorization")).isEqualTo("oauth");
        assertThat(call.getString("[0].body")).startsWith("{\"data\":").contains("Ada@example.com");
    }

    @Test
    void tellsOneLearnersCalls() {
        String ada = ALM.indexed("ada@example.com");
        ALM.created("bob@example.com");
        ALM.enrol(ada);
        ALM.read("/users/{id}", ada);
        ALM.read("/users/{id}/enrollments", ada);
        ALM.read("/users?ids=email:ADA@example.com");
        ALM.read("/learningObjects/course:1");

        Response calls = ALM.control("/calls?email=ada@EXAMPLE.com");

        assertThat(calls.<List<String>>path("method")).containsExactly("POST", "POST", "GET", "GET", "GET");
        assertThat(calls.<String>path("[1].query")).contains("loInstanceId=course%3A1171899_2067352");
    }

    @Test
    void recordsACallWithoutAnAnswerAsStatusZero() {
        ALM.script("ada@example.com", "{\"loseCreateAnswers\":1}");

        assertThatThrownBy(() -> ALM.create("ada@example.com")).isInstanceOf(IOException.class);

        assertThat(ALM.control("/calls").<List<Integer>>path("status")).containsExactly(0);
    }

    @Test
    void recordsACallWhoseClientGaveUpAsStatusZeroAlthoughItIsApplied() throws IOException {
        ALM.settings("{\"serviceTimeMs\":100}");
        String body = RunningSimulator.newUser("ada@example.com");

        try (Socket impatient = new Socket("localhost", ALM.port())) {
            String request = "POST /primeapi/v2/users HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: oauth simulator-token\r\nAccept: application/vnd.api+json\r\n"
                    + "Content-Type: application/vnd.api+json\r\nContent-Length: " + body.length() + "\r\n\r\n";
            impatient.getOutputStream().write((request + body).getBytes(StandardCharsets.US_ASCII));
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> ALM.simulator().report().callsByStatus().equals(Map.of(0, 1L)));
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
    }

    @Test
    void neverShowsAToken() {
        ALM.bare().header("Authorization", "simulator-token").get("/primeapi/v2/users");
        ALM.given().get("/primeapi/v2/users?access_token=simulator-token&page[limit]=1");

        Response calls = ALM.control("/calls");

        assertThat(calls.asString()).doesNotContain("simulator-token");
        assertThat(calls.<List<String>>path("authorization")).containsExactly(null, "oauth");
    }

    @Test
    void leavesOutTheControlRequests() {
        ALM.control("/report");

        assertThat(ALM.control("/calls").jsonPath().getList("")).isEmpty();
    }

    @Test
    void cutsOffAVeryLongBody() {
        ALM.post("x".repeat(10_000));

        assertThat(ALM.control("/calls").<String>path("[0].body")).hasSize(4_000);
    }

    @Test
    void keepsTheLatestCallsOnly() {
        Journal journal = new Journal();
        for (int i = 0; i <= Journal.CAPACITY; i++) {
            journal.add(new JournalEntry(i, "GET", "/", null, 200, "", null, null, null, null, ""));
        }

        assertThat(journal.all()).hasSize(20_000);
        assertThat(journal.all().get(0).at()).isEqualTo(1);
    }
}
