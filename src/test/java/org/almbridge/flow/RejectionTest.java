package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.almbridge.support.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class RejectionTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Webhook webhook;

    @Test
    void escalatesARefusedEnrolmentWithoutAnotherTry() throws IOException {
        alm.script("refused@example.com", "{\"rejectEnrolment\": true, \"timingErrors\": 0}");
        inbox.drop("refused.csv", Inbox.people("refused@example.com"));
        JsonNode escalation = escalations.await("refused@example.com");

        Fence.pass(inbox, alm, "refused");
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(escalation.path("attempts").toString()).contains("ERROR_ENROLLMENT_WAITLIST_FULL");
        assertThat(alm.enrols("refused@example.com")).hasSize(1);
    }

    @Test
    void escalatesARefusedCreateWithoutAnotherTryOrAnEnrolment() throws IOException {
        alm.script("uncreated@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop("uncreated.csv", Inbox.people("uncreated@example.com"));
        JsonNode escalation = escalations.await("uncreated@example.com");

        Fence.pass(inbox, alm, "uncreated");
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(escalation.at("/learner/almUserId").isNull()).isTrue();
        assertThat(escalation.at("/enrolments/0/loInstanceId").asText()).isEqualTo(Simulator.INSTANCE);
        assertThat(alm.calls("uncreated@example.com")).hasSize(1);
        assertThat(webhook.taken("uncreated@example.com")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void escalatesARefusingStatusOfACreateAtOnce(int status) throws IOException {
        String email = "create-" + status + "@example.com";
        alm.script(email, "{\"createStatus\": [" + status + "]}");
        inbox.drop("create-" + status + ".csv", Inbox.people(email));
        JsonNode escalation = escalations.await(email);

        Fence.pass(inbox, alm, "create-" + status);
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(alm.calls(email)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422})
    void escalatesARefusingStatusOfAnEnrolmentAtOnce(int status) throws IOException {
        String email = "enrol-" + status + "@example.com";
        alm.script(email, "{\"enrolStatus\": [" + status + "]}");
        inbox.drop("enrol-" + status + ".csv", Inbox.people(email));
        JsonNode escalation = escalations.await(email);

        Fence.pass(inbox, alm, "enrol-" + status);
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(alm.enrols(email)).extracting(JournalEntry::status).containsExactly(status);
    }

    @Test
    void triesAnAnswerNobodyUnderstandsTwiceMoreAndEscalatesItsBody() throws IOException {
        alm.script("teapot@example.com", "{\"createStatus\": [418, 418, 418, 418]}");
        inbox.drop("teapot.csv", Inbox.people("teapot@example.com"));
        JsonNode escalation = escalations.await("teapot@example.com");

        Fence.pass(inbox, alm, "teapot");
        assertThat(escalation.path("class").asText()).isEqualTo("UNRECOGNISED");
        assertThat(alm.creates("teapot@example.com")).hasSize(3);
        assertThat(Escalations.attempts(escalation, "CREATE_USER"))
                .allSatisfy(attempt -> assertThat(attempt.path("body").asText()).isNotEmpty());
    }
}
