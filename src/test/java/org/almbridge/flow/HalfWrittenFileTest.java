package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class HalfWrittenFileTest {

    Simulator alm;
    Inbox inbox;

    @Test
    void leavesAFileThatMayStillGrowUntilItIsQuiet() throws IOException {
        byte[] growing = Inbox.people("growing@example.com").getBytes(StandardCharsets.UTF_8);
        inbox.dropAsOf("growing.csv", growing, Instant.now().plus(Duration.ofHours(1)));
        inbox.drop("quiet.csv", Inbox.people("quiet@example.com"));
        inbox.awaitDone("quiet.csv");
        alm.awaitEnrolled("quiet@example.com");

        assertThat(inbox.holds("growing.csv")).isTrue();
        assertThat(alm.calls("growing@example.com")).isEmpty();

        inbox.touch("growing.csv", Instant.now().minus(Duration.ofMinutes(1)));
        inbox.awaitDone("growing.csv");
        alm.awaitEnrolled("growing@example.com");
    }

    @Test
    void ignoresHiddenFiles() throws IOException {
        inbox.drop(".hidden.csv", Inbox.people("hidden@example.com"));
        inbox.drop("seen.csv", Inbox.people("seen@example.com"));
        alm.awaitEnrolled("seen@example.com");

        assertThat(inbox.holds(".hidden.csv")).isTrue();
        assertThat(alm.calls("hidden@example.com")).isEmpty();
    }
}
