package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlertDesk;
import org.almbridge.support.AlertDeskResource;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.junit.jupiter.api.Test;

/** With the bridge of {@link AlertsTest}. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "quarkus.log.file.enabled", value = "true"))
@WithTestResource(AlertDeskResource.class)
class OutcomesOverHttpTest {

    Inbox inbox;
    AlertDesk desk;

    @Test
    void reachAReceiverThatTakesSignedOnesOnly() throws IOException {
        inbox.drop("zoe.csv", "email,name,userUniqueId\nzoe@example.com,Zoë Éxample,Zoë-1\n");

        JsonNode outcome = desk.awaitOutcome("zoe@example.com");

        assertThat(outcome.path("type").asText()).isEqualTo("enrolled");
        assertThat(outcome.at("/learner/key").asText()).isEqualTo("Zoë-1");
    }
}
