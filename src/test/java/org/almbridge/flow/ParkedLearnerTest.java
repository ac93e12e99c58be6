package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.almbridge.simulator.JournalEntry;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** All but the shortest waits are spent in the ledger here. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.dispatch.park-after-ms", value = "200"))
class ParkedLearnerTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @Test
    void isEnrolledByTheLastPermittedAttempt() throws IOException {
        alm.script("parked-in@example.com", "{\"timingErrors\": " + (FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        inbox.drop("parked-in.csv", Inbox.people("parked-in@example.com"));
        alm.awaitEnrolled("parked-in@example.com");

        assertThat(alm.enrols("parked-in@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
        assertThat(escalations.about("parked-in@example.com")).isEmpty();
    }

    @Test
    void isEscalatedOnceAfterTheLastPermittedAttempt() throws IOException {
        alm.script("parked-out@example.com", "{\"timingErrors\": -1}");
        inbox.drop("parked-out.csv", Inbox.people("parked-out@example.com"));
        var escalation = escalations.await("parked-out@example.com");

        Fence.pass(inbox, alm, "parked-out");
        assertThat(escalation.path("class").asText()).isEqualTo("INDEXING_LAG");
        assertThat(Escalations.attempts(escalation, "ENROL_USER")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
        assertThat(alm.enrols("parked-out@example.com")).hasSize(FastRetryProfile.MAX_ATTEMPTS);
    }

    @Test
    void isDoubledByNoFailure() throws IOException {
        long repeated = alm.report().repeatedEnrolments();
        alm.script(
                "parked-all@example.com",
                "{\"createStatus\": [503, 500, 429], \"enrolStatus\": [429, 503, 500], \"retryAfter\": \"0.4\","
                        + " \"loseCreateAnswers\": 1, \"loseEnrolAnswers\": 1, \"timingErrors\": 2}");
        inbox.drop("parked-all.csv", Inbox.people("parked-all@example.com"));
        alm.awaitEnrolled("parked-all@example.com");

        Fence.pass(inbox, alm, "parked-all");
        assertThat(alm.users("parked-all@example.com")).hasSize(1);
        assertThat(alm.report().repeatedEnrolments()).isEqualTo(repeated);
        assertThat(escalations.about("parked-all@example.com")).isEmpty();
    }

    @Test
    void keepsAnAnnouncedWaitWhileAnotherEnrolmentGoesOn() throws IOException {
        alm.script("parked-one@example.com", "{\"enrolStatus\": [503], \"retryAfter\": \"2\", \"timingErrors\": 1}");
        inbox.drop(
                "parked-one.csv",
                "email,name,loId,loInstanceId\nparked-one@example.com,Ada Example," + Simulator.OTHER_LO + ","
                        + Simulator.OTHER_INSTANCE + "\n");
        alm.awaitEnrolled("parked-one@example.com", Simulator.INSTANCE);
        alm.awaitEnrolled("parked-one@example.com", Simulator.OTHER_INSTANCE);

        List<JournalEntry> enrols = alm.enrols("parked-one@example.com");
        JournalEntry refused = enrols.get(0);
        JournalEntry repeated = enrols.stream()
                .skip(1)
                .filter(call -> call.query().equals(refused.query()))
                .findFirst()
                .orElseThrow();
        assertThat(repeated.at()).isGreaterThanOrEqualTo(refused.at() + 2_000);
    }
}
