package org.almbridge.ledger;

import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest extends LedgerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    String[] keysAndValues() {
        return new String[] {"outcomes.endpoint", "log:outcomes"};
    }

    @BeforeEach
    void acceptAnn() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "4711");
    }

    @Test
    void tellsOfAnEnrolment() throws IOException {
        ledger.enrolled("ann", WELCOME);

        String id = outcomes().get(0).path("id").asText();
        assertThat(outcomes()).containsExactly(JSON.readTree("""
                {"id": "%s", "type": "enrolled", "at": "%s", "source": "hr-drop", "input": "b1.csv", "batch": "b1",
                 "row": 2, "learner": {"key": "ann", "email": "ann@example.com", "almUserId": "4711"},
                 "loId": "%s", "loInstanceId": "%s"}""".formatted(
                        id, Instant.ofEpochMilli(ledger.clock().millis()), WELCOME.loId(), WELCOME.loInstanceId())));
    }

    @Test
    void tellsOfEachEnrolmentOnce() {
        ledger.enrolled("ann", WELCOME);
        ledger.enrolled("ann", SAFETY);
        ledger.enrolled("ann", SAFETY);

        assertThat(outcomes())
                .extracting(outcome -> outcome.path("loInstanceId").asText())
                .containsExactly(WELCOME.loInstanceId(), SAFETY.loInstanceId());
    }

    @Test
    void tellsOfAnEscalatedEnrolment() {
        ledger.escalated("ann", REJECTED, WELCOME);

        assertThat(outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.path("type").asText()).isEqualTo("escalated");
            assertThat(outcome.path("class").asText()).isEqualTo("REJECTED");
            assertThat(outcome.path("escalation").asText()).isEqualTo(EscalationLedger.id("ann", REJECTED));
            assertThat(outcome.path("loInstanceId").asText()).isEqualTo(WELCOME.loInstanceId());
            assertThat(outcome.at("/learner/email").asText()).isEqualTo("ann@example.com");
        });
    }

    @Test
    void tellsOfAnEscalatedUser() {
        ledger.accept("b1", person(3, "bob", WELCOME));
        ledger.escalated("bob", REJECTED, null);

        assertThat(outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.has("loInstanceId")).isFalse();
            assertThat(outcome.at("/learner").has("almUserId")).isFalse();
        });
    }

    @Test
    void tellsOfACorrectionThatFailsAgain() {
        ledger.escalated("ann", REJECTED, WELCOME);
        ledger.clock().advance(1_000);
        ledger.accept("b2", person(2, "ann", WELCOME));
        ledger.escalated("ann", REJECTED, WELCOME);

        assertThat(outcomes())
                .hasSize(2)
                .extracting(outcome -> outcome.path("id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsOfARejectedRowOnceHoweverOftenItIsRead() {
        ledger.reject("b2", new RejectedRow(3, List.of("name is missing", "email is wrong")));
        JsonNode first = outcomes().get(0);
        ledger.reject("b2", new RejectedRow(3, List.of("name is missing", "email is wrong")));
        assertThat(outcomes()).containsExactly(first);
        assertThat(first.path("reasons").valueStream().map(JsonNode::asText))
                .containsExactly("name is missing", "email is wrong");
        assertThat(first.has("learner")).isFalse();

        ledger.database().write(sql -> sql.update("DELETE FROM outcome")).join();
        ledger.reject("b2", new RejectedRow(3, List.of("name is missing")));
        assertThat(outcomes()).isEmpty();
    }

    @Test
    void tellsOfARowWhosePersonCannotBeTold() {
        ledger.accept("b1", person(3, "bob", WELCOME));
        ledger.accept("b2", person(4, "ann", "bob@example.com", WELCOME));

        assertThat(outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.path("type").asText()).isEqualTo("rejected");
            assertThat(outcome.path("row").asInt()).isEqualTo(4);
        });
    }

    @Test
    void changesNothingThatItCannotTell() {
        ledger.database()
                .write(sql -> sql.update("ALTER TABLE outcome RENAME TO elsewhere"))
                .join();

        assertThatThrownBy(() -> ledger.enrolled("ann", WELCOME)).isNotNull();

        assertThat(ledger.state("ann", WELCOME)).isEqualTo("DUE");
    }

    @Test
    void recordsNothingWithoutAnEndpoint(@TempDir Path other) throws IOException {
        try (TestLedger silent = new TestLedger(other)) {
            silent.accept("b1", person(2, "ann", WELCOME));
            silent.created("ann", "4711");
            silent.enrolled("ann", WELCOME);
            silent.reject("b1", new RejectedRow(3, List.of("name is missing")));

            assertThat(silent.count("SELECT count(*) FROM outcome")).isZero();
            assertThat(silent.dueOutcomes().maxInFlight()).isZero();
        }
    }

    private List<JsonNode> outcomes() {
        return ledger.dueOutcomes().claim(1).stream()
                .flatMap(parcel -> parcel.outcomes().stream())
                .map(outcome -> parsed(outcome.document()))
                .toList();
    }

    private static JsonNode parsed(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(document, e);
        }
    }
}
