package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class CorrectedRowTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void enrolsAnEscalatedLearnerWhenTheirRowComesCorrected() throws IOException {
        alm.script("corrected@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop("corrected.csv", Inbox.people("corrected@example.com"));
        escalations.await("corrected@example.com");

        alm.script("corrected@example.com", "{}");
        inbox.drop("corrected.csv", "email,name\ncorrected@example.com,Corrected Name\n");
        alm.awaitEnrolled("corrected@example.com");

        assertThat(alm.users("corrected@example.com")).hasSize(1);
        assertThat(alm.users("corrected@example.com").get(0).name()).isEqualTo("Corrected Name");
    }

    @Test
    void givesALearnerWhoWasGivenUpAllAttemptsAgain() throws IOException {
        alm.script("again@example.com", "{\"timingErrors\": " + (2 * FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        inbox.drop("again-1.csv", Inbox.people("again@example.com"));
        escalations.await("again@example.com");

        inbox.drop("again-2.csv", Inbox.people("again@example.com"));
        alm.awaitEnrolled("again@example.com");

        assertThat(alm.creates("again@example.com")).hasSize(1);
        assertThat(alm.enrols("again@example.com")).hasSize(2 * FastRetryProfile.MAX_ATTEMPTS);
    }

    @Test
    void leavesAloneTheCourseThatTheCorrectedRowNoLongerNames() throws IOException {
        inbox.drop("course-1.csv", row("course@example.com", "course:998", "course:998_1"));
        escalations.await("course@example.com");
        alm.awaitEnrolled("course@example.com");
        int enrols = alm.enrols("course@example.com").size();

        inbox.drop("course-2.csv", row("course@example.com", Simulator.OTHER_LO, Simulator.OTHER_INSTANCE));
        alm.awaitEnrolled("course@example.com", Simulator.OTHER_INSTANCE);

        Fence.pass(inbox, alm, "course");
        assertThat(alm.enrols("course@example.com")).hasSize(enrols + 1);
        assertThat(escalations.about("course@example.com")).hasSize(1);
    }

    @Test
    void isNotEscalatedAgainForWhatWasMadeMeanwhile() throws IOException {
        alm.script("meanwhile@example.com", "{\"enrolStatus\": [403]}");
        inbox.drop("meanwhile-1.csv", Inbox.people("meanwhile@example.com"));
        escalations.await("meanwhile@example.com");
        inbox.drop("meanwhile-2.csv", Inbox.people("meanwhile@example.com"));
        alm.awaitEnrolled("meanwhile@example.com");

        alm.script("meanwhile@example.com", "{\"enrolStatus\": [403]}");
        inbox.drop("meanwhile-3.csv", row("meanwhile@example.com", Simulator.OTHER_LO, Simulator.OTHER_INSTANCE));

        Patience.awaiting("a record of the new course alone")
                .untilAsserted(() -> assertThat(escalations
                                .about("meanwhile@example.com")
                                .get(0)
                                .path("enrolments")
                                .valueStream())
                        .map(enrolment -> enrolment.path("loInstanceId").asText())
                        .containsExactly(Simulator.OTHER_INSTANCE));
    }

    @Test
    void findsWhatPeopleHaveDoneThemselvesMeanwhile() throws IOException {
        alm.script("by-hand@example.com", "{\"enrolStatus\": [403]}");
        inbox.drop("by-hand-1.csv", Inbox.people("by-hand@example.com"));
        escalations.await("by-hand@example.com");
        alm.enrolled(alm.users("by-hand@example.com").get(0).id());
        int enrols = alm.enrols("by-hand@example.com").size();

        inbox.drop("by-hand-2.csv", Inbox.people("by-hand@example.com"));
        inbox.awaitDone("by-hand-2.csv");
        Fence.pass(inbox, alm, "by-hand");
        assertThat(alm.enrols("by-hand@example.com")).hasSize(enrols);
        assertThat(escalations.about("by-hand@example.com")).hasSize(1);
    }

    private static String row(String email, String loId, String loInstanceId) {
        return "email,name,loId,loInstanceId\n" + email + ",Ada Example," + loId + "," + loInstanceId + "\n";
    }
}
