package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FixedStrategyTest.Fixed.class)
@WithTestResource(AlmSimulatorResource.class)
class FixedStrategyTest {

    public static class Fixed extends FastRetryProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> more = new HashMap<>(super.getConfigOverrides());
            more.put("bridge.retry.strategy", "fixed");
            more.put("bridge.retry.fixed-delay-ms", "400");
            return more;
        }
    }

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void enrolsByTheLastPermittedAttempt() throws IOException {
        alm.script("fixed-in@example.com", "{\"timingErrors\": " + (FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        inbox.drop("fixed-in.csv", Inbox.people("fixed-in@example.com"));
        alm.awaitEnrolled("fixed-in@example.com");

        List<JournalEntry> attempts = alm.enrols("fixed-in@example.com");
        assertThat(attempts).hasSize(FastRetryProfile.MAX_ATTEMPTS);
        for (int i = 1; i < attempts.size(); i++) {
            assertThat(attempts.get(i).at() - attempts.get(i - 1).at())
                    .as("milliseconds before attempt %d", i + 1)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(escalations.about("fixed-in@example.com")).isEmpty();
    }

    @Test
    void escalatesOnceAfterTheLastPermittedAttempt() throws IOException {
        alm.script("fixed-out@example.com", "{\"timingErrors\": " + FastRetryProfile.MAX_ATTEMPTS + "}");
        inbox.drop("fixed-out.csv", Inbox.people("fixed-out@example.com"));
        JsonNode escalation = escalations.await("fixed-out@example.com");

        Fence.pass(inbox, alm, "fixed-out");
        assertThat(escalation.path("class").asText()).isEqualTo("INDEXING_LAG");
        assertThat(alm.enrols("fixed-out@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
        assertThat(escalations.about("fixed-out@example.com")).hasSize(1);
    }
}
