package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.almbridge.simulator.RunningSimulator.OTHER_INSTANCE;
import static org.almbridge.simulator.RunningSimulator.OTHER_LO;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the numbers on which every claim about the bridge rests. */
class ReportTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @BeforeEach
    void fixTheLag() {
        ALM.settings("{\"lagMinMs\":1000,\"lagMaxMs\":1000}");
    }

    @Test
    void countsCallsUsersAndWaste() {
        String ada = ALM.created("ada@example.com");
        ALM.created("bob@example.com");
        ALM.created("ADA@example.com");
        ALM.enrol(ada);
        ALM.clock().advance(1_400);
        ALM.enrol(ada);
        ALM.enrol(ada);
        ALM.enrol(ada, OTHER_LO, OTHER_INSTANCE);
        ALM.read("/users?ids=email:ada@example.com");
        ALM.read("/users/{id}", ada);
        ALM.read("/users/{id}/enrollments", ada);
        ALM.read("/learningObjects/{id}", OTHER_LO);
        ALM.read("/nothing");

        SimulatorReport report = ALM.simulator().report();

        assertThat(report.callsByKind())
                .isEqualTo(Map.of(
                        "createUser", 3L,
                        "findUser", 1L,
                        "getUser", 1L,
                        "enrolUser", 4L,
                        "findEnrolment", 1L,
                        "readLearningObject", 1L,
                        "refreshToken", 0L,
                        "checkToken", 0L,
                        "other", 1L));
        assertThat(report.callsByStatus()).isEqualTo(Map.of(200, 9L, 400, 2L, 404, 1L));
        assertThat(report.users()).isEqualTo(2);
        assertThat(report.enrolments()).isEqualTo(2);
        assertThat(report.usersWithoutEnrolment()).isEqualTo(1);
        assertThat(report.duplicateCreates()).isEqualTo(1);
        assertThat(report.repeatedEnrolments()).isEqualTo(1);
        assertThat(report.timingErrors()).isEqualTo(1);
        assertThat(report.wastedCallsPerEnrolment()).isEqualTo(0.5);
        assertThat(report.lagMeanMs()).isEqualTo(1_000);
        assertThat(report.createToEnrolled()).isEqualTo(new Spread(1_400, 1_400, 1_400, 1_400));
        assertThat(report.excess()).isEqualTo(new Spread(400, 400, 400, 400));
    }

    @Test
    void saysTheSameOverHttp() {
        String ada = ALM.indexed("ada@example.com");
        ALM.enrol(ada);

        JsonPath json = ALM.control("/report").jsonPath();

        assertThat(json.getInt("callsByKind.enrolUser")).isEqualTo(1);
        assertThat(json.getInt("callsByStatus.'200'")).isEqualTo(2);
        assertThat(json.getInt("createToEnrolled.p95")).isEqualTo(2_000);
        assertThat(json.getFloat("excess.mean")).isEqualTo(1_000f);
    }

    @Test
    void isAllZeroBeforeAnythingHappened() {
        SimulatorReport report = ALM.simulator().report();

        assertThat(report.wastedCallsPerEnrolment()).isZero();
        assertThat(report.callsByStatus()).isEmpty();
        assertThat(report.createToEnrolled()).isEqualTo(new Spread(0, 0, 0, 0));
    }

    @Test
    void leavesScriptedLearnersOutOfLagAndExcess() {
        ALM.script("ada@example.com", "{\"timingErrors\":0}");
        ALM.enrol(ALM.created("ada@example.com"));

        SimulatorReport report = ALM.simulator().report();

        assertThat(report.createToEnrolled().max()).isZero();
        assertThat(report.lagMeanMs()).isZero();
        assertThat(report.excess()).isEqualTo(Spread.of());
    }

    @Test
    void showsEveryUserWithItsTimesAndCalls() {
        ALM.script("ada@example.com", "{\"createStatus\":[500]}");
        ALM.create("ada@example.com");
        String ada = ALM.created("ada@example.com");
        ALM.created("bob@example.com");
        ALM.enrol(ada);
        ALM.clock().advance(1_200);
        ALM.enrol(ada);

        JsonPath one = ALM.control("/users?email=ADA@example.com").jsonPath();

        assertThat(ALM.control("/users").<List<String>>path("email"))
                .containsExactly("ada@example.com", "bob@example.com");
        assertThat(one.getList("")).hasSize(1);
        assertThat(one.getString("[0].id")).isEqualTo(ada);
        assertThat(one.getString("[0].name")).isEqualTo("Ada Example");
        assertThat(one.getLong("[0].createdAt")).isEqualTo(HandClock.START);
        assertThat(one.getLong("[0].indexedAt")).isEqualTo(HandClock.START + 1_000);
        assertThat(one.getString("[0].enrolments[0].id")).isEqualTo(INSTANCE + "_" + ada);
        assertThat(one.getLong("[0].enrolments[0].enrolledAt")).isEqualTo(HandClock.START + 1_200);
        assertThat(one.getInt("[0].createCalls")).isEqualTo(2);
        assertThat(one.getInt("[0].enrolCalls")).isEqualTo(2);
        assertThat(ALM.control("/users?email=nobody@example.com").jsonPath().getList(""))
                .isEmpty();
    }

    @Test
    void forgetsEverythingButTheSettings() {
        ALM.script("ada@example.com", "{\"rejectCreate\":\"no\"}");
        ALM.create("ada@example.com");
        String bob = ALM.created("bob@example.com");

        assertThat(ALM.bare().delete("/simulator").statusCode()).isEqualTo(204);

        assertThat(ALM.simulator().report().users()).isZero();
        assertThat(ALM.simulator().report().callsByStatus()).isEmpty();
        assertThat(ALM.control("/calls").jsonPath().getList("")).isEmpty();
        assertThat(ALM.control("/settings").jsonPath().getInt("lagMaxMs")).isEqualTo(1_000);
        assertThat(ALM.created("ada@example.com")).isNotNull().isNotEqualTo(bob);
    }
}
