package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
@WithTestResource(AlmSimulatorResource.class)
class SeveralEnrolmentsTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void enrolsInTheRowsOwnCourseToo() throws IOException {
        inbox.drop("own-course.csv", row("own-course@example.com", Simulator.OTHER_LO, Simulator.OTHER_INSTANCE));
        alm.awaitEnrolled("own-course@example.com", Simulator.OTHER_INSTANCE);
        alm.awaitEnrolled("own-course@example.com", Simulator.INSTANCE);

        assertThat(alm.creates("own-course@example.com")).hasSize(1);
    }

    @Test
    void escalatesTheOneThatFailsAndMakesTheOther() throws IOException {
        inbox.drop("no-course.csv", row("no-course@example.com", "course:999", "course:999_1"));
        alm.awaitEnrolled("no-course@example.com", Simulator.INSTANCE);
        JsonNode escalation = escalations.await("no-course@example.com");

        Fence.pass(inbox, alm, "no-course");
        assertThat(escalations.about("no-course@example.com")).hasSize(1);
        assertThat(escalation.path("enrolments").valueStream())
                .map(enrolment -> enrolment.path("loId").asText() + " "
                        + enrolment.path("loInstanceId").asText())
                .containsExactly("course:999 course:999_1");
        assertThat(alm.instances("no-course@example.com")).containsExactly(Simulator.INSTANCE);
    }

    private static String row(String email, String loId, String loInstanceId) {
        return "email,name,loId,loInstanceId\n" + email + ",Ada Example," + loId + "," + loInstanceId + "\n";
    }
}
