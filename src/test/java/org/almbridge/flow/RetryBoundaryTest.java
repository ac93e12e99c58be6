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

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class RetryBoundaryTest {

    private static final int LAST_ALLOWED = FastRetryProfile.MAX_ATTEMPTS - 1;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Webhook webhook;

    @Test
    void enrolsByTheLastPermittedAttempt() throws IOException {
        alm.script("boundary-in@example.com", "{\"timingErrors\": " + LAST_ALLOWED + "}");
        inbox.drop("boundary-in.csv", Inbox.people("boundary-in@example.com"));
        alm.awaitEnrolled("boundary-in@example.com");

        Fence.pass(inbox, alm, "boundary-in");
        assertThat(alm.enrols("boundary-in@example.com"))
                .extracting(JournalEntry::status)
                .containsExactly(400, 400, 400, 200);
        assertThat(escalations.about("boundary-in@example.com")).isEmpty();
        assertThat(webhook.taken("boundary-in@example.com")).isEmpty();
    }

    @Test
    void escalatesOnceAfterTheLastPermittedAttempt() throws IOException {
        alm.script("boundary-out@example.com", "{\"timingErrors\": " + FastRetryProfile.MAX_ATTEMPTS + "}");
        inbox.drop("boundary-out.csv", Inbox.people("boundary-out@example.com"));
        JsonNode escalation = escalations.await("boundary-out@example.com");
        webhook.awaitTaken("boundary-out@example.com");

        Fence.pass(inbox, alm, "boundary-out");
        assertThat(escalation.path("class").asText()).isEqualTo("INDEXING_LAG");
        assertThat(Escalations.attempts(escalation, "ENROL_USER"))
                .hasSize(FastRetryProfile.MAX_ATTEMPTS)
                .allSatisfy(
                        attempt -> assertThat(attempt.path("class").asText()).isEqualTo("INDEXING_LAG"));
        assertThat(alm.enrols("boundary-out@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
        assertThat(alm.creates("boundary-out@example.com")).hasSize(1);
        assertThat(alm.instances("boundary-out@example.com")).isEmpty();
        assertThat(escalations.about("boundary-out@example.com")).hasSize(1);
        assertThat(webhook.taken("boundary-out@example.com")).hasSize(1);
    }

    @Test
    void countsOnlyTimingErrorsAgainstTheirLimit() throws IOException {
        alm.script(
                "boundary-mixed@example.com",
                "{\"timingErrors\": " + LAST_ALLOWED + ", \"enrolStatus\": [503, 500, 429]}");
        inbox.drop("boundary-mixed.csv", Inbox.people("boundary-mixed@example.com"));
        alm.awaitEnrolled("boundary-mixed@example.com");

        assertThat(escalations.about("boundary-mixed@example.com")).isEmpty();
    }
}
