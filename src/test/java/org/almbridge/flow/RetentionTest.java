package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.almbridge.support.Inbox;
import org.almbridge.support.LogLines;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.SimulatedTime;
import org.almbridge.support.SimulatedTimeProfile;
import org.almbridge.support.SimulatedTimeResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the JVM only, where a day may pass in a moment. */
@QuarkusTest
@TestProfile(RetentionTest.OneDay.class)
@WithTestResource(SimulatedTimeResource.class)
class RetentionTest {

    /** Looks for what is old all the time, and for work now and then, because a day has many moments. */
    public static class OneDay extends SimulatedTimeProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(super.getConfigOverrides());
            overrides.put("bridge.dispatch.poll-interval-ms", "60000");
            overrides.put("bridge.retention.finished-learners-days", "1");
            overrides.put("bridge.retention.interval-ms", "50");
            return overrides;
        }
    }

    Simulator alm;
    Inbox inbox;
    Outputs outputs;

    @Inject
    SimulatedTime time;

    private final LogLines log = new LogLines("org.almbridge.retention");

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void leave() {
        log.stop();
    }

    @Test
    void forgetsWhoIsEnrolledWhenTheirTimeIsOver() throws IOException {
        inbox.drop("old.csv", Inbox.people("old@example.com"));
        inbox.awaitDone("old.csv");
        time.advance(Duration.ofMinutes(5));
        alm.awaitEnrolled("old@example.com");
        time.advance(Duration.ofHours(23));
        inbox.drop("young.csv", Inbox.people("young@example.com"));
        inbox.awaitDone("young.csv");
        time.advance(Duration.ofMinutes(5));
        alm.awaitEnrolled("young@example.com");
        assertThat(outputs.ledgerBytes()).contains("old@example.com");
        assertThat(log.lines()).isEmpty();

        time.advance(Duration.ofHours(1));

        Patience.awaiting("the end of what is old")
                .untilAsserted(() -> assertThat(outputs.ledgerBytes()).doesNotContain("old@example.com"));
        assertThat(outputs.ledgerBytes()).contains("young@example.com");
        Patience.awaiting("a word about it")
                .untilAsserted(() -> assertThat(log.lines())
                        .singleElement()
                        .asString()
                        .contains("1 people with")
                        .doesNotContain("example.com"));
    }
}
