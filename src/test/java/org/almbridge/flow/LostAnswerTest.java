package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Locale;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class LostAnswerTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;

    @AfterEach
    void restoreSettings() {
        alm.settings("""
                {"readsLag": false, "asynchronousCreate": "NONE", "lagMinMs": 40, "lagMaxMs": 120, "repeatEnrolment": "SAME_OBJECT",
                 "errorShape": "DOCUMENTED", "duplicateText": "Email address of user already present in the system"}""");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void findsTheUserWhoseCreateWasNotAnswered(int lost) throws IOException {
        assertEnrolledOnce("lost-create-" + lost, "{\"loseCreateAnswers\": " + lost + "}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void findsTheEnrolmentThatWasNotAnswered(int lost) throws IOException {
        assertEnrolledOnce("lost-enrol-" + lost, "{\"loseEnrolAnswers\": " + lost + "}");
    }

    @Test
    void findsWhatWasNotAnsweredWhenARepeatIsAnError() throws IOException {
        alm.settings("{\"repeatEnrolment\": \"ERROR\", \"errorShape\": \"META\"}");

        assertEnrolledOnce("lost-meta", "{\"loseCreateAnswers\": 1, \"loseEnrolAnswers\": 1, \"timingErrors\": 3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Email address of user already present in the system", "Nope"})
    void waitsForAUserWhomReadsDoNotShowYet(String duplicateText) throws IOException {
        alm.settings("{\"readsLag\": true, \"lagMinMs\": 800, \"lagMaxMs\": 800, \"duplicateText\": \"" + duplicateText
                + "\"}");

        assertEnrolledOnce("lost-unseen-" + duplicateText.length(), "{\"loseCreateAnswers\": 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WITHOUT_ID", "ACCEPTED"})
    void looksForTheUserUntilALargeAccountShowsIt(String mode) throws IOException {
        alm.settings("{\"asynchronousCreate\": \"" + mode + "\", \"lagMinMs\": 800, \"lagMaxMs\": 800}");
        String email = "asynchronous-" + mode.toLowerCase(Locale.ROOT) + "@example.com";

        assertEnrolledOnce(email.substring(0, email.indexOf('@')), "{}");

        assertThat(alm.creates(email)).hasSize(1);
    }

    private void assertEnrolledOnce(String name, String script) throws IOException {
        long repeated = alm.report().repeatedEnrolments();
        String email = name + "@example.com";
        alm.script(email, script);
        inbox.drop(name + ".csv", Inbox.people(email));
        alm.awaitEnrolled(email);

        Fence.pass(inbox, alm, name);
        assertThat(alm.users(email)).hasSize(1);
        assertThat(alm.instances(email)).containsExactly(Simulator.INSTANCE);
        assertThat(alm.report().repeatedEnrolments()).isEqualTo(repeated);
        assertThat(escalations.about(email)).isEmpty();
    }
}
