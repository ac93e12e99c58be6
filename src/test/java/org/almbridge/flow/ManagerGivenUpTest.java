package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.almbridge.support.Escalations;
import org.almbridge.support.Inbox;
import org.almbridge.support.SimulatedTime;
import org.almbridge.support.SimulatedTimeProfile;
import org.almbridge.support.SimulatedTimeResource;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** A manager whom nobody puts right is not waited for without end. */
@QuarkusTest
@TestProfile(SimulatedTimeProfile.class)
@WithTestResource(
        value = SimulatedTimeResource.class,
        initArgs = @ResourceArg(name = "bridge.retry.give-up-after-ms", value = "600000"))
class ManagerGivenUpTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Inject
    SimulatedTime time;

    @Test
    void tellsPeopleOfTheReportInTheEnd() throws IOException {
        arrive("given-up");
        time.advance(Duration.ofMinutes(9));
        assertThat(escalations.about("given-up-boss@example.com")).hasSize(1);
        assertThat(escalations.about("given-up@example.com")).isEmpty();

        time.advance(Duration.ofMinutes(2));

        JsonNode escalation = escalations.await("given-up@example.com");
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(Escalations.attempts(escalation, "FIND_MANAGER"))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.path("body").asText())
                        .startsWith("The manager whom managerEmail names was escalated and is not in ALM yet"));
        assertThat(alm.creates("given-up@example.com")).isEmpty();
    }

    @Test
    void findsAManagerWhomPeopleHaveCreatedByHand() throws IOException {
        arrive("by-hand");
        time.advance(Duration.ofMinutes(9));
        alm.script("by-hand-boss@example.com", "{}");
        String boss = alm.created("by-hand-boss@example.com");

        time.advance(Duration.ofMinutes(2));

        alm.awaitEnrolled("by-hand@example.com");
        assertThat(alm.creates("by-hand@example.com"))
                .singleElement()
                .satisfies(create -> assertThat(create.body()).contains("\"id\":\"" + boss + "\""));
        assertThat(escalations.about("by-hand@example.com")).isEmpty();
    }

    /** A report, and a manager whom ALM refuses. */
    private void arrive(String name) throws IOException {
        alm.script(name + "-boss@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop(name + ".csv", """
                email,name,managerEmail
                %s@example.com,Report,%s-boss@example.com
                %s-boss@example.com,The Boss,
                """.formatted(name, name, name));
        inbox.awaitDone(name + ".csv");
    }
}
