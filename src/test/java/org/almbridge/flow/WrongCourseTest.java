package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.almbridge.support.Webhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A course is verified before anybody is enrolled in it: once for all, and a wrong one costs no enrolment. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
// what is missing is looked for again soon
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.alm.missing-course-cache-ms", value = "200"))
class WrongCourseTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Webhook webhook;

    @AfterEach
    void restoreSettings() {
        alm.settings("{\"learningObjectStatus\": null}");
    }

    @Test
    void rejectsALearningObjectThatDoesNotExistWithoutAnEnrolment() throws IOException {
        JsonNode rejected = rejected("no-lo", "course:404", "course:404_1");

        assertThat(rejected.path("body").asText())
                .startsWith("ALM has no learning object course:404. Correct the id")
                .contains("OBJECT_DOESNT_EXIST");
        assertThat(rejected.path("status").asInt()).isEqualTo(400);
        assertThat(rejected.path("requestId").asText()).startsWith("gw");
    }

    @Test
    void rejectsAnInstanceThatDoesNotExistWithoutAnEnrolment() throws IOException {
        JsonNode rejected = rejected("no-instance", Simulator.OTHER_LO, Simulator.OTHER_LO + "_1");

        assertThat(rejected.path("body").asText())
                .startsWith("ALM has no instance " + Simulator.OTHER_LO + "_1 of " + Simulator.OTHER_LO);
    }

    @Test
    void rejectsWhatIsRetiredInItsOwnWords() throws IOException {
        course("course:71", "course:71_1");
        course("course:72", "course:72_1");
        alm.settings("""
                {"learningObjects": {
                    "course:71": {"state": "Retired"},
                    "course:72": {"instances": {"course:72_1": {"state": "Retired"}}}}}""");

        assertThat(rejected("retired-lo", "course:71", "course:71_1")
                        .path("body")
                        .asText())
                .startsWith("The learning object course:71 is retired in ALM");
        assertThat(rejected("retired-instance", "course:72", "course:72_1")
                        .path("body")
                        .asText())
                .startsWith("The instance course:72_1 is retired in ALM");
    }

    /** The one attempt that says why a learner, who is in the course of the rule, is not in the one of the row. */
    private JsonNode rejected(String name, String loId, String loInstanceId) throws IOException {
        String email = name + "@example.com";
        inbox.drop(name + ".csv", rows(loId, loInstanceId, List.of(email)));
        JsonNode escalation = escalations.await(email);
        webhook.awaitTaken(email);
        alm.awaitEnrolled(email);

        Fence.pass(inbox, alm, name);
        assertThat(escalation.path("class").asText()).isEqualTo("REJECTED");
        assertThat(escalation.path("enrolments").valueStream())
                .map(enrolment -> enrolment.path("loInstanceId").asText())
                .containsExactly(loInstanceId);
        assertThat(escalations.about(email)).hasSize(1);
        assertThat(webhook.taken(email)).hasSize(1);
        assertThat(alm.enrols(email)).noneMatch(call -> call.query().contains(loInstanceId.replace(":", "%3A")));
        return Escalations.attempts(escalation, "FIND_COURSE").get(0);
    }

    @Test
    void asksOnceForACourseOfManyLearners() throws IOException {
        course("course:100", "course:100_1");
        List<String> emails = IntStream.range(0, 100)
                .mapToObj(i -> "many-" + i + "@example.com")
                .toList();
        Fence.pass(inbox, alm, "many");
        long reads = reads();
        inbox.drop("many.csv", rows("course:100", "course:100_1", emails));
        emails.forEach(email -> alm.awaitEnrolled(email, "course:100_1"));

        assertThat(reads()).isEqualTo(reads + 1);
    }

    @Test
    void waitsForAnAlmThatAilsAndTakesNoCourseForMissing() throws IOException {
        course("course:101", "course:101_1");
        alm.settings("{\"learningObjectStatus\": 503}");
        long reads = reads();
        inbox.drop("ails.csv", rows("course:101", "course:101_1", List.of("ails@example.com")));
        Patience.awaiting("more than one try").until(() -> reads() > reads + 2);
        assertThat(alm.instances("ails@example.com")).doesNotContain("course:101_1");

        alm.settings("{\"learningObjectStatus\": null}");
        alm.awaitEnrolled("ails@example.com", "course:101_1");

        Fence.pass(inbox, alm, "ails");
        assertThat(escalations.about("ails@example.com")).isEmpty();
    }

    @Test
    void enrolsOnAReplayWhenTheCourseHasAppeared() throws IOException {
        inbox.drop("appears-1.csv", rows("course:102", "course:102_1", List.of("appears@example.com")));
        escalations.await("appears@example.com");
        course("course:102", "course:102_1");
        long reads = reads();
        Patience.awaiting("a replay after what was remembered is over").until(() -> {
            inbox.drop(
                    "appears-" + System.nanoTime() + ".csv",
                    rows("course:102", "course:102_1", List.of("appears@example.com")));
            Fence.pass(inbox, alm, "appears-" + System.nanoTime());
            return alm.instances("appears@example.com").contains("course:102_1");
        });

        assertThat(reads()).isEqualTo(reads + 1);
        assertThat(alm.creates("appears@example.com")).hasSize(1);
    }

    private void course(String loId, String loInstanceId) {
        alm.settings("{\"learningObjects\": {\"" + loId + "\": [\"" + loInstanceId + "\"]}}");
    }

    private long reads() {
        return alm.report().callsByKind().get("readLearningObject");
    }

    private static String rows(String loId, String loInstanceId, List<String> emails) {
        StringBuilder csv = new StringBuilder("email,name,loId,loInstanceId\n");
        emails.forEach(email -> csv.append(email)
                .append(",Ada Example,")
                .append(loId)
                .append(',')
                .append(loInstanceId)
                .append('\n'));
        return csv.toString();
    }
}
