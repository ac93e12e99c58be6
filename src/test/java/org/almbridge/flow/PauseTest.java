package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Operator;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People stop dispatch, or one source, and let it go on. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class PauseTest {

    private static final String REASON = "{\"reason\": \"ALM is being migrated\"}";

    Simulator alm;
    Inbox inbox;

    @AfterEach
    void resume() {
        Operator.post("/api/dispatch/resume", null).statusCode(200);
        Operator.post("/api/sources/drop/resume", null).statusCode(200);
    }

    @Test
    void handsNobodyOutWhileDispatchIsPaused() {
        Operator.post("/api/dispatch/pause", REASON)
                .statusCode(200)
                .body("paused", equalTo(true))
                .body("reason", equalTo("ALM is being migrated"))
                .body("by", equalTo("operator"));
        String batch = Api.csv(Inbox.people("held-back-1@example.com", "held-back-2@example.com"))
                .statusCode(202)
                .extract()
                .path("id");

        Map<String, String> held = Operator.status().getMap("dispatch.heldBy[0]");
        assertThat(held)
                .containsEntry("reason", "PAUSED")
                .containsEntry("because", "ALM is being migrated")
                .containsEntry("by", "operator")
                .containsKeys("since", "text");
        assertThat(Operator.status().getInt("learners.NEW")).isGreaterThanOrEqualTo(2);
        assertThat(alm.calls("held-back-1@example.com")).isEmpty();

        Operator.post("/api/dispatch/pause", "{\"reason\": \"another\"}")
                .statusCode(200)
                .body("reason", equalTo("ALM is being migrated"));
        Operator.post("/api/dispatch/resume", null).statusCode(200).body("paused", equalTo(false));
        alm.awaitEnrolled("held-back-1@example.com");
        alm.awaitEnrolled("held-back-2@example.com");
        assertThat(Operator.status().getList("dispatch.heldBy")).isEmpty();
        Operator.post("/api/dispatch/resume", "{}").statusCode(200);
        assertThat(batch).isNotBlank();
    }

    @Test
    void leavesFilesWhereTheyAreWhileTheirSourceIsPaused() throws IOException {
        Operator.post("/api/sources/drop/pause", REASON).statusCode(200).body("paused", equalTo(true));
        inbox.drop("paused.csv", Inbox.people("paused@example.com"));
        assertThat(state()).isEqualTo("paused");

        // whoever comes another way goes on, and the source would have been looked at many times meanwhile
        Api.csv(Inbox.people("not-paused@example.com"));
        alm.awaitEnrolled("not-paused@example.com");
        assertThat(inbox.holds("paused.csv")).isTrue();
        assertThat(alm.calls("paused@example.com")).isEmpty();

        Operator.post("/api/sources/drop/resume", null).statusCode(200);
        inbox.awaitDone("paused.csv");
        alm.awaitEnrolled("paused@example.com");
        Patience.awaiting("a source that reads").until(() -> state().equals("reading"));
    }

    private static String state() {
        return Operator.status().getString("sources.find { it.name == 'drop' }.state");
    }

    @Test
    void readsAFolderAgainHoweverOftenItWasPaused() throws IOException {
        PausedSource.readsAgain(alm, "drop", (name, email) -> inbox.drop(name + ".csv", Inbox.people(email)));
    }

    @Test
    void leavesTheOtherFilesOfALook() throws IOException {
        // so many that they last until the pause is there, whoever reads them
        List<String> people = IntStream.range(0, 400)
                .mapToObj(i -> "look-" + i + "@example.com")
                .toList();
        Operator.post("/api/sources/drop/pause", "{\"reason\": \"many files\"}").statusCode(200);
        for (String email : people) {
            inbox.drop(file(email), Inbox.people(email));
        }
        Operator.post("/api/sources/drop/resume", null).statusCode(200);
        Patience.awaiting("the first file").until(() -> waiting(people) < people.size());

        Operator.post("/api/sources/drop/pause", "{\"reason\": \"enough\"}").statusCode(200);
        PausedSource.pass(alm, "look-1");
        long left = waiting(people);
        PausedSource.pass(alm, "look-2");
        assertThat(left).isPositive().isEqualTo(waiting(people));

        Operator.post("/api/sources/drop/resume", null).statusCode(200);
        people.forEach(alm::awaitEnrolled);
        Patience.awaiting("all files").until(() -> waiting(people) == 0);
    }

    private long waiting(List<String> people) {
        return people.stream().filter(email -> inbox.holds(file(email))).count();
    }

    private static String file(String email) {
        return email.replaceFirst("@.*", ".csv");
    }

    @Test
    void saysWhichSourcesThereAre() {
        Operator.post("/api/sources/unknown/pause", REASON)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("the configured ones are drop"));
    }

    @Test
    void wantsAReason() {
        for (String json : List.of("{}", "{\"reason\": \" \"}", "{\"reason\": \"" + "x".repeat(501) + "\"}")) {
            Operator.post("/api/dispatch/pause", json)
                    .statusCode(400)
                    .body("detail", containsString("reason"))
                    .body("detail", containsString("1 to 500 characters"));
        }
        Operator.post("/api/dispatch/pause", null).statusCode(400);
        Operator.post("/api/dispatch/resume", REASON)
                .statusCode(400)
                .body("detail", containsString("reason is unknown here"));
    }

    @Test
    void saysHowTheBridgeIs() {
        Operator.get("/api/status")
                .statusCode(200)
                .body("sources[0].name", equalTo("drop"))
                .body("sources[0].kind", equalTo("file"))
                .body("ledger.away", equalTo(false));
    }
}
