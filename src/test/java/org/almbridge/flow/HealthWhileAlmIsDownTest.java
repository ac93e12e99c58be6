package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Management;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** An outage of ALM is told as one, and ends without a restart. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(ManagementResource.class)
class HealthWhileAlmIsDownTest {

    Simulator alm;
    Inbox inbox;
    Management management;

    @Test
    void isNotReadyButAliveUntilAlmIsBack() throws IOException {
        management.awaitReady(true);
        alm.settings("{\"faults\": {\"error503\": 1}}");
        inbox.drop(
                "down.csv",
                Inbox.people(IntStream.range(0, 30)
                        .mapToObj(i -> "health-down-" + i + "@example.com")
                        .toArray(String[]::new)));

        assertThat(management
                        .awaitReady(false)
                        .check("alm")
                        .at("/data/ALM_DOWN")
                        .asText())
                .contains("more than half of the last calls to ALM failed");
        assertThat(management.health("live").isUp()).isTrue();
        assertThat(management.health("group/api").isUp()).isTrue();

        alm.settings("{\"faults\": {\"error503\": 0}}");
        management.awaitReady(true);
    }
}
