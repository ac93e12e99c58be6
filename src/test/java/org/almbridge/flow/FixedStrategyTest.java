package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.retry.strategy", value = "fixed"))
class FixedStrategyTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void enrolsByTheLastPermittedAttempt() throws IOException {
        alm.script("fixed-in@example.com", "{\"timingErrors\": " + (FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        inbox.drop("fixed-in.csv", Inbox.people("fixed-in@example.com"));
        alm.awaitEnrolled("fixed-in@example.com");

        assertThat(alm.enrols("fixed-in@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
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
