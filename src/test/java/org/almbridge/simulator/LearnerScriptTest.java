package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the faults that a test can aim at one learner. */
class LearnerScriptTest {

    private static final String ADA = "ada@example.com";

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void refusesExactlyAsManyEnrolmentsAsScriptedWhateverTheLag() {
        ALM.script(ADA, "{\"timingErrors\":2}");
        String id = ALM.indexed(ADA);

        assertThat(statusesOfEnrolments(id, 4)).containsExactly(400, 400, 200, 200);
        assertThat(ALM.simulator().report().timingErrors()).isEqualTo(2);
    }

    @Test
    void acceptsTheFirstEnrolmentOfAFreshUserWithZeroTimingErrors() {
        ALM.script(ADA, "{\"timingErrors\":0}");
        String id = ALM.created(ADA);

        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesForEver() {
        ALM.script(ADA, "{\"timingErrors\":-1}");
        String id = ALM.indexed(ADA);
        ALM.clock().advance(86_400_000);

        assertThat(statusesOfEnrolments(id, 10)).containsOnly(400);
    }

    @Test
    void leavesTheLagAloneIfTimingIsNotScripted() {
        ALM.script(ADA, "{\"rejectEnrolment\":false}");
        String id = ALM.created(ADA);

        assertThat(ALM.enrol(id).statusCode()).isEqualTo(400);
    }

    @Test
    void scriptsALearnerWhateverTheCaseOfTheEmail() {
        ALM.script("ADA@example.com", "{\"timingErrors\":1}");
        String id = ALM.indexed(ADA);

        assertThat(statusesOfEnrolments(id, 2)).containsExactly(400, 200);
    }

    @Test
    void rejectsEveryCreateWithTheScriptedText() {
        ALM.script(ADA, "{\"rejectCreate\":\"incorrect fields - Division\"}");

        Response answer = ALM.create(ADA);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("title")).isEqualTo("Field Type incorrect");
        assertThat(answer.<String>path("source.info")).isEqualTo("incorrect fields - Division");
        assertThat(ALM.create("bob@example.com").statusCode()).isEqualTo(200);
    }

    @Test
    void rejectsAnEnrolmentWithAnErrorId() {
        ALM.script(ADA, "{\"rejectEnrolment\":true}");
        String id = ALM.indexed(ADA);

        Response answer = ALM.enrol(id);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("errorId")).isEqualTo("ERROR_ENROLLMENT_WAITLIST_FULL");
        assertThat(ALM.simulator().report().timingErrors()).isZero();
    }

    @Test
    void appliesACreateAndLosesItsAnswer() {
        ALM.script(ADA, "{\"loseCreateAnswers\":2}");

        assertThatThrownBy(() -> ALM.create(ADA)).isInstanceOf(IOException.class);
        assertThat(ALM.read("/users?ids=email:" + ADA).<List<?>>path("data")).hasSize(1);
        assertThatThrownBy(() -> ALM.create(ADA)).isInstanceOf(IOException.class);
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(400);
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
        assertThat(ALM.simulator().report().callsByStatus()).containsEntry(0, 2L);
    }

    @Test
    void appliesAnEnrolmentAndLosesItsAnswer() {
        ALM.script(ADA, "{\"loseEnrolAnswers\":1}");
        String id = ALM.created(ADA);
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(400);
        ALM.clock().advance(2_000);

        assertThatThrownBy(() -> ALM.enrol(id)).isInstanceOf(IOException.class);
        assertThat(ALM.read("/users/{id}/enrollments/{enrolment}", id, INSTANCE + "_" + id)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
    }

    @Test
    void answersTheScriptedStatusesBeforeAnythingIsApplied() {
        ALM.script(ADA, "{\"createStatus\":[500,401,403],\"enrolStatus\":[503]}");

        assertThat(ALM.create(ADA).statusCode()).isEqualTo(500);
        assertThat(ALM.create(ADA).<String>path("title")).isEqualTo("UNAUTHORIZED_ACCESS");
        assertThat(ALM.create(ADA).<String>path("status")).isEqualTo("FORBIDDEN");
        assertThat(ALM.simulator().report().users()).isZero();

        String id = ALM.indexed(ADA);
        assertThat(statusesOfEnrolments(id, 2)).containsExactly(503, 200);
    }

    @Test
    void answersLookUpsWithScriptedStatusesByAddressAndById() {
        String id = ALM.created(ADA);
        ALM.script(ADA, "{\"findStatus\":[503,500]}");

        assertThat(ALM.read("/users?ids=email:" + ADA).statusCode()).isEqualTo(503);
        assertThat(ALM.read("/users/{id}", id).statusCode()).isEqualTo(500);
        assertThat(ALM.read("/users/{id}", id).statusCode()).isEqualTo(200);
    }

    @Test
    void answers429AsTheGatewayDoes() {
        ALM.script(ADA, "{\"createStatus\":[429,503],\"retryAfter\":\"0.25\"}");

        Response throttled = ALM.create(ADA);
        Response unavailable = ALM.create(ADA);

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.contentType()).isEqualTo("application/json");
        assertThat(throttled.asString()).isEqualTo("{\"message\":\"429 Too many requests\"}");
        assertThat(throttled.header("retry-after")).isEqualTo("0.25");
        assertThat(unavailable.header("retry-after")).isEqualTo("0.25");
    }

    @Test
    void sendsNoRetryAfterUnlessScripted() {
        ALM.script(ADA, "{\"createStatus\":[429]}");

        assertThat(ALM.create(ADA).header("retry-after")).isNull();
    }

    @Test
    void replacesAnEarlierScriptAndShowsTheNewOneWhole() {
        ALM.script(ADA, "{\"rejectCreate\":\"no\"}");

        Response answer = ALM.script(ADA, "{\"loseEnrolAnswers\":1}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString())
                .isEqualTo("{\"timingErrors\":null,\"rejectCreate\":null,\"rejectEnrolment\":false,"
                        + "\"loseCreateAnswers\":0,\"loseEnrolAnswers\":1,\"createWithoutId\":0,\"html502\":0,"
                        + "\"createStatus\":[],\"enrolStatus\":[],"
                        + "\"retryAfter\":null,\"findStatus\":[]}");
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(200);
    }

    private static List<Integer> statusesOfEnrolments(String id, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ALM.enrol(id).statusCode())
                .toList();
    }
}
