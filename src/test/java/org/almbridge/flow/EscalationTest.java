package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.almbridge.support.Webhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class EscalationTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Webhook webhook;

    @AfterEach
    void listenAgain() {
        webhook.refuse(null);
    }

    @Test
    void isACompleteRecord() throws IOException {
        alm.script("record@example.com", "{\"timingErrors\": 1, \"rejectEnrolment\": true}");
        inbox.drop("record.csv", "userUniqueId,email,name\nu-1,Record@example.com,Ada Example\n");
        JsonNode escalation = escalations.await("record@example.com");

        assertThat(escalation.fieldNames())
                .toIterable()
                .containsExactly("id", "openedAt", "class", "learner", "enrolments", "attempts", "advice", "replay");
        assertThat(Instant.parse(escalation.path("openedAt").asText())).isBefore(Instant.now());
        assertThat(escalation.path("advice").asText()).isNotBlank();
        assertThat(escalation.path("replay").asText()).isNotBlank();
        JsonNode learner = escalation.path("learner");
        assertThat(learner.fieldNames())
                .toIterable()
                .containsExactly("key", "email", "row", "rowNumber", "source", "batch", "almUserId");
        assertThat(learner.path("key").asText()).isEqualTo("u-1");
        assertThat(learner.at("/row/email").asText()).isEqualTo("Record@example.com");
        assertThat(learner.path("rowNumber").asInt()).isEqualTo(2);
        assertThat(learner.path("source").asText()).isEqualTo("drop");
        assertThat(learner.path("batch").asText()).isNotBlank();
        assertThat(learner.path("almUserId").asText())
                .isEqualTo(alm.users("record@example.com").get(0).id());
        assertThat(escalation.at("/enrolments/0/loId").asText()).isEqualTo(Simulator.LO);
        assertThat(escalation.at("/enrolments/0/loInstanceId").asText()).isEqualTo(Simulator.INSTANCE);
    }

    @Test
    void listsEveryAttemptAsAlmSawIt() throws IOException {
        alm.script("attempts@example.com", "{\"timingErrors\": 1, \"rejectEnrolment\": true}");
        inbox.drop("attempts.csv", Inbox.people("attempts@example.com"));
        List<JsonNode> attempts = escalations
                .await("attempts@example.com")
                .path("attempts")
                .valueStream()
                .toList();

        assertThat(attempts)
                .extracting(attempt -> attempt.path("call").asText())
                .containsExactly("CREATE_USER", "ENROL_USER", "ENROL_USER");
        assertThat(attempts)
                .extracting(attempt -> attempt.path("class").asText(null))
                .containsExactly(null, "INDEXING_LAG", "REJECTED");
        List<JournalEntry> calls = alm.calls("attempts@example.com");
        assertThat(attempts)
                .extracting(attempt -> attempt.path("status").asInt())
                .isEqualTo(calls.stream().map(JournalEntry::status).toList());
        assertThat(attempts)
                .extracting(attempt -> attempt.path("requestId").asText())
                .isEqualTo(calls.stream().map(JournalEntry::requestId).toList());
        assertThat(attempts)
                .extracting(attempt -> Instant.parse(attempt.path("at").asText()))
                .isSorted();
        assertThat(attempts.get(1).path("body").asText()).contains("Object doesn't exist");
        assertThat(attempts.get(2).path("body").asText()).contains("ERROR_ENROLLMENT_WAITLIST_FULL");
    }

    @Test
    void hasTheFolderToItselfUnderItsId() throws IOException {
        alm.script("named@example.com", "{\"createStatus\": [403]}");
        inbox.drop("named.csv", Inbox.people("named@example.com"));
        String id = escalations.await("named@example.com").path("id").asText();

        Patience.awaiting("a folder of complete records")
                .untilAsserted(() -> assertThat(escalations.names())
                        .contains(id + ".json")
                        .allMatch(name -> name.endsWith(".json") && !name.startsWith(".")));
    }

    @Test
    void keepsItsIdWhenTheSameHappensAgain() throws IOException {
        alm.script("twice@example.com", "{\"createStatus\": [403, 403]}");
        inbox.drop("twice-1.csv", Inbox.people("twice@example.com"));
        JsonNode first = webhook.awaitTaken("twice@example.com");
        inbox.drop("twice-2.csv", Inbox.people("twice@example.com"));
        Patience.awaiting("the second record of the same")
                .until(() -> webhook.taken("twice@example.com").size() == 2);

        JsonNode second = webhook.taken("twice@example.com").get(1);
        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(webhook.calls("twice@example.com"))
                .as("news that a receiver must not take for the first")
                .extracting(Webhook.Call::messageId)
                .doesNotHaveDuplicates();
        assertThat(Escalations.attempts(second, "CREATE_USER")).hasSize(2);
        assertThat(escalations.about("twice@example.com")).hasSize(1);
    }

    @Test
    void reachesEveryEndpointOnceAndADeafOneLater() throws IOException {
        webhook.refuse("deaf@");
        alm.script("deaf@example.com", "{\"createStatus\": [403]}");
        inbox.drop("deaf.csv", Inbox.people("deaf@example.com"));
        JsonNode inFolder = escalations.await("deaf@example.com");
        Patience.awaiting("a second try at the deaf endpoint")
                .until(() -> webhook.refused("deaf@example.com").size() > 1);
        assertThat(webhook.taken("deaf@example.com")).isEmpty();

        webhook.refuse(null);
        assertThat(webhook.awaitTaken("deaf@example.com")).isEqualTo(inFolder);
        Fence.pass(inbox, alm, "deaf");
        assertThat(webhook.taken("deaf@example.com")).hasSize(1);
        List<Webhook.Call> calls = webhook.calls("deaf@example.com");
        assertThat(calls)
                .extracting(Webhook.Call::messageId)
                .containsOnly(calls.get(0).messageId());
        assertThat(calls)
                .extracting(Webhook.Call::signedAt)
                .allSatisfy(at -> assertThat(at).isBetween(Instant.now().minusSeconds(300), Instant.now()));
    }

    @Test
    void isNotHeldUpByAnEndpointThatNeverAnswers() throws IOException {
        List<String> emails = IntStream.range(0, 30)
                .mapToObj(i -> "silent-" + i + "@example.com")
                .toList();
        for (String email : emails) {
            alm.script(email, "{\"createStatus\": [403]}");
            webhook.holdBack(email);
        }
        try {
            inbox.drop("silent.csv", Inbox.people(emails.toArray(String[]::new)));
            emails.forEach(escalations::await);
        } finally {
            emails.forEach(webhook::release);
        }
        emails.forEach(webhook::awaitTaken);
    }
}
