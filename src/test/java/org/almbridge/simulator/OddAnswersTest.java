package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.almbridge.simulator.RunningSimulator.LO;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins answers that some clients of ALM report and its samples do not show. */
class OddAnswersTest {

    private static final String ADA = "ada@example.com";

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void answersNullDataToReadsByIdOfWhatIsMissing() {
        ALM.settings("{\"dataNullForMissing\":true}");
        String id = ALM.indexed(ADA);

        assertThat(Stream.of(
                        ALM.read("/users/{id}", "99999999"),
                        ALM.read("/users/{id}/enrollments/{enrolment}", id, INSTANCE + "_" + id),
                        ALM.read("/users/{id}/enrollments/{enrolment}", "99999999", INSTANCE + "_99999999"),
                        ALM.read("/learningObjects/{id}", "course:1"),
                        ALM.read("/learningObjects/{lo}/instances/{instance}", "course:1", "course:1_1"),
                        ALM.read("/learningObjects/{lo}/instances/{instance}", LO, LO + "_1")))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.jsonPath().getMap("")).containsEntry("data", null);
                });
        assertThat(ALM.read("/users/{id}", id).<String>path("data.id")).isEqualTo(id);
    }

    @Test
    void keepsTheErrorForListsAndEnrolmentsIfDataIsNull() {
        ALM.settings("{\"dataNullForMissing\":true}");

        assertThat(ALM.read("/users/{id}/enrollments", "99999999").statusCode()).isEqualTo(400);
        assertThat(ALM.read("/learningObjects/{id}/instances", "course:1").statusCode())
                .isEqualTo(400);
        assertThat(ALM.enrol("99999999").statusCode()).isEqualTo(400);
    }

    @Test
    void answers404ToWhateverIsMissingIfToldSo() {
        ALM.settings("{\"notFoundStatus\":404}");
        String fresh = ALM.created(ADA);

        Response missing = ALM.read("/users/{id}", "99999999");
        Response tooEarly = ALM.enrol(fresh);

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.asString())
                .isEqualTo("{\"status\":\"NOT_FOUND\",\"title\":\"OBJECT_DOESNT_EXIST\","
                        + "\"source\":{\"info\":\"Object doesn't exist\"}}");
        assertThat(tooEarly.statusCode()).isEqualTo(404);
        assertThat(tooEarly.asString()).isEqualTo(missing.asString());
        assertThat(ALM.simulator().report().timingErrors()).isEqualTo(1);
    }

    @Test
    void withholdsTheIdFromAsManyCreatesAsScripted() {
        ALM.script(ADA, "{\"createWithoutId\":2}");

        JsonPath first = ALM.create(ADA).jsonPath();
        Response second = ALM.create(ADA);
        Response third = ALM.create(ADA);

        assertThat(first.getMap("data")).containsOnlyKeys("type", "attributes", "relationships");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.<Object>path("data.id")).isNull();
        assertThat(third.statusCode()).isEqualTo(400);
        assertThat(ALM.read("/users?ids=email:" + ADA).<List<?>>path("data")).hasSize(1);
        assertThat(ALM.simulator().report().duplicateCreates()).isEqualTo(2);
        assertThat(ALM.created("bob@example.com")).isNotNull();
    }

    @Test
    void putsAProxysPageInFrontOfWrites() {
        ALM.script(ADA, "{\"html502\":1,\"createStatus\":[503]}");

        Response page = ALM.create(ADA);

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(page.contentType()).isEqualTo("text/html");
        assertThat(page.asString()).startsWith("<html>").contains("<h1>502 Bad Gateway</h1>");
        assertThat(ALM.simulator().report().users()).isZero();
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(503);
        assertThat(ALM.create(ADA).statusCode()).isEqualTo(200);
    }

    @Test
    void putsAProxysPageInFrontOfAnEnrolmentToo() {
        String id = ALM.indexed(ADA);
        ALM.script(ADA, "{\"html502\":1}");

        assertThat(ALM.enrol(id).statusCode()).isEqualTo(502);
        assertThat(ALM.simulator().report().enrolments()).isZero();
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
    }
}
