package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.almbridge.simulator.RunningSimulator.LO;
import static org.almbridge.simulator.RunningSimulator.OTHER_INSTANCE;
import static org.almbridge.simulator.RunningSimulator.OTHER_LO;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the enrolment service, above all that its one 400 does not tell a lag from a mistake. */
class EnrolmentTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void enrolsAnIndexedUser() {
        String id = ALM.indexed("ada@example.com");

        Response answer = ALM.enrol(id);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonPath json = answer.jsonPath();
        assertThat(json.getString("data.id")).isEqualTo(INSTANCE + "_" + id);
        assertThat(json.getString("data.type")).isEqualTo("learningObjectInstanceEnrollment");
        assertThat(json.getMap("data.attributes"))
                .containsOnly(
                        Map.entry("dateEnrolled", "2023-11-14T22:13:22Z"),
                        Map.entry("enrollmentSource", "ADMIN_ENROLL"),
                        Map.entry("hasPassed", false),
                        Map.entry("progressPercent", 0),
                        Map.entry("state", "ENROLLED"));
        assertThat(json.getMap("data.relationships.learner.data")).isEqualTo(Map.of("id", id, "type", "user"));
        assertThat(json.getMap("data.relationships.learningObject.data"))
                .isEqualTo(Map.of("id", LO, "type", "learningObject"));
        assertThat(json.getMap("data.relationships.loInstance.data"))
                .isEqualTo(Map.of("id", INSTANCE, "type", "learningObjectInstance"));
    }

    @Test
    void answersOneIdenticalBodyToEverythingThatMayNotExist() {
        String fresh = ALM.created("fresh@example.com");
        String known = ALM.created("known@example.com");
        ALM.script("known@example.com", "{\"timingErrors\":0}");

        Set<String> bodies = Stream.of(
                        ALM.enrol(fresh),
                        ALM.enrol("99999999"),
                        ALM.enrol("not an id"),
                        ALM.enrol(known, "course:1", INSTANCE),
                        ALM.enrol(known, "nonsense", INSTANCE),
                        ALM.enrol(known, LO, LO + "_1"),
                        ALM.enrol(known, LO, OTHER_INSTANCE),
                        ALM.given().post("/primeapi/v2/users/{id}/enrollments", known))
                .map(answer -> answer.statusCode() + " " + answer.asString())
                .collect(Collectors.toSet());

        assertThat(bodies)
                .containsExactly("400 {\"status\":\"BAD_REQUEST\",\"title\":\"OBJECT_DOESNT_EXIST\","
                        + "\"source\":{\"info\":\"Object doesn't exist\"}}");
        assertThat(ALM.simulator().report().timingErrors()).isEqualTo(1);
    }

    @Test
    void decodesIdsInPathAndQuery() {
        String id = ALM.indexed("ada@example.com");

        Response enrolled = ALM.given()
                .urlEncodingEnabled(false)
                .post("/primeapi/v2/users/" + id
                        + "/enrollments?loId=course%3A1171899&loInstanceId=course%3A1171899_2067352");
        Response found = ALM.given()
                .urlEncodingEnabled(false)
                .get("/primeapi/v2/users/" + id + "/enrollments/course%3A1171899%5F2067352_" + id);

        assertThat(enrolled.statusCode()).isEqualTo(200);
        assertThat(found.statusCode()).isEqualTo(200);
    }

    @Test
    void answersARepeatWithTheSameObject() {
        String id = ALM.indexed("ada@example.com");
        String first = ALM.enrol(id).asString();
        ALM.clock().advance(60_000);

        Response repeat = ALM.enrol(id);

        assertThat(repeat.statusCode()).isEqualTo(200);
        assertThat(repeat.asString()).isEqualTo(first);
        assertThat(ALM.simulator().report().enrolments()).isEqualTo(1);
        assertThat(ALM.simulator().report().repeatedEnrolments()).isEqualTo(1);
    }

    @Test
    void refusesARepeatIfToldSo() {
        ALM.settings("{\"repeatEnrolment\":\"ERROR\"}");
        String id = ALM.indexed("ada@example.com");
        ALM.enrol(id);

        Response repeat = ALM.enrol(id);

        assertThat(repeat.statusCode()).isEqualTo(400);
        assertThat(repeat.<String>path("source.info")).isEqualTo("User is already enrolled");
    }

    @Test
    void listsEnrolmentsAndReadsOneByItsComposedId() {
        String id = ALM.indexed("ada@example.com");
        ALM.enrol(id);
        ALM.enrol(id, OTHER_LO, OTHER_INSTANCE);

        Response all = ALM.read("/users/{id}/enrollments", id);
        Response one = ALM.read("/users/{id}/enrollments/{enrolment}", id, OTHER_INSTANCE + "_" + id);

        assertThat(all.<List<String>>path("data.id")).containsExactly(INSTANCE + "_" + id, OTHER_INSTANCE + "_" + id);
        assertThat(one.<String>path("data.relationships.learningObject.data.id"))
                .isEqualTo(OTHER_LO);
    }

    @Test
    void knowsNoEnrolmentThatIsMissingOrSomebodyElses() {
        String ada = ALM.indexed("ada@example.com");
        String bob = ALM.indexed("bob@example.com");
        ALM.enrol(bob);

        assertThat(ALM.read("/users/{id}/enrollments/{enrolment}", ada, INSTANCE + "_" + ada)
                        .statusCode())
                .isEqualTo(400);
        assertThat(ALM.read("/users/{id}/enrollments/{enrolment}", ada, INSTANCE + "_" + bob)
                        .statusCode())
                .isEqualTo(400);
        assertThat(ALM.read("/users/{id}/enrollments", "99999999").statusCode()).isEqualTo(400);
        assertThat(ALM.read("/users/{id}/enrollments", ada).<List<?>>path("data"))
                .isEmpty();
    }

    @Test
    void showsANewEnrolmentOnlyAfterALagOfItsOwn() {
        ALM.settings("{\"enrolmentReadLagMs\":3000}");
        String id = ALM.indexed("ada@example.com");
        assertThat(ALM.enrol(id).statusCode()).isEqualTo(200);
        ALM.clock().advance(2_999);

        assertThat(ALM.read("/users/{id}/enrollments", id).<List<?>>path("data"))
                .isEmpty();
        assertThat(readOne(id).statusCode()).isEqualTo(400);
        assertThat(ALM.simulator().report().enrolments()).isEqualTo(1);
        ALM.clock().advance(1);
        assertThat(ALM.read("/users/{id}/enrollments", id).<List<?>>path("data"))
                .hasSize(1);
        assertThat(readOne(id).statusCode()).isEqualTo(200);
    }

    @Test
    void knowsARepeatedEnrolmentThatReadsDoNotShowYet() {
        ALM.settings("{\"enrolmentReadLagMs\":3000,\"repeatEnrolment\":\"ERROR\"}");
        String id = ALM.indexed("ada@example.com");
        ALM.enrol(id);

        assertThat(ALM.enrol(id).<String>path("source.info")).isEqualTo("User is already enrolled");
    }

    private static Response readOne(String id) {
        return ALM.read("/users/{id}/enrollments/{enrolment}", id, INSTANCE + "_" + id);
    }
}
