package org.almbridge.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.Escalation;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.junit.jupiter.api.Test;

/** Pins the JSON that people's tools rely on: names and order are public. */
class EscalationRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void namesItsMembersInThePublishedOrder() throws JsonProcessingException {
        JsonNode json = json(escalation("4711"));

        assertThat(names(json))
                .containsExactly("id", "openedAt", "class", "learner", "enrolments", "attempts", "advice", "replay");
        assertThat(names(json.path("learner")))
                .containsExactly("key", "email", "row", "rowNumber", "source", "batch", "almUserId");
        assertThat(names(json.path("enrolments").path(0))).containsExactly("loId", "loInstanceId");
        assertThat(names(json.path("attempts").path(0)))
                .containsExactly("at", "call", "loInstanceId", "status", "class", "requestId", "body");
    }

    @Test
    void saysEverythingThereIsToSay() throws JsonProcessingException {
        JsonNode json = json(escalation("4711"));

        assertThat(json.path("id").asText()).isEqualTo("e-1");
        assertThat(json.path("openedAt").asText()).isEqualTo("2023-11-14T22:13:20Z");
        assertThat(json.path("class").asText()).isEqualTo("REJECTED");
        assertThat(json.path("learner")).isEqualTo(JSON.readTree("""
                {"key": "E-17", "email": "ann@example.com", "row": {"email": "Ann@example.com"}, "rowNumber": 2,
                 "source": "hr-drop", "batch": "b1", "almUserId": "4711"}"""));
        assertThat(json.path("enrolments"))
                .isEqualTo(JSON.readTree("[{\"loId\": \"course:1\", \"loInstanceId\": \"course:1_10\"}]"));
        assertThat(json.path("attempts")).isEqualTo(JSON.readTree("""
                [{"at": "1970-01-01T00:00:00.010Z", "call": "CREATE_USER", "loInstanceId": null, "status": 200,
                  "class": null, "requestId": "gw-1", "body": null},
                 {"at": "1970-01-01T00:00:00.030Z", "call": "ENROL_USER", "loInstanceId": "course:1_10", "status": 400,
                  "class": "REJECTED", "requestId": "gw-2", "body": "{}"}]"""));
        assertThat(json.path("advice").asText()).isEqualTo(Advice.of(FailureClass.REJECTED));
        assertThat(json.path("replay").asText()).isNotBlank();
    }

    @Test
    void writesWhatIsNotKnownAsNull() throws JsonProcessingException {
        JsonNode json = json(escalation(null));

        assertThat(json.path("learner").path("almUserId").isNull()).isTrue();
    }

    private static Escalation escalation(String almUserId) {
        List<Attempt> attempts = List.of(
                Attempt.started(1, AlmCall.CREATE_USER, null, 10).succeeded(20, 200, "gw-1"),
                Attempt.started(2, AlmCall.ENROL_USER, "course:1_10", 30)
                        .failed(40, 400, FailureClass.REJECTED, "gw-2", "{}"));
        Learner learner = new Learner(
                "E-17",
                "ann@example.com",
                Map.of("email", "Ann@example.com"),
                "hr-drop",
                "b1",
                2,
                almUserId,
                20L,
                false,
                0,
                List.of(new Enrolment("course:1", "course:1_10")),
                attempts);
        return new Escalation("e-1", 1_700_000_000_000L, FailureClass.REJECTED, learner);
    }

    private static JsonNode json(Escalation escalation) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(EscalationRecord.of(escalation)));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
