package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.almbridge.simulator.RunningSimulator.LO;
import static org.almbridge.simulator.RunningSimulator.OTHER_INSTANCE;
import static org.almbridge.simulator.RunningSimulator.OTHER_LO;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins the reads by which a client verifies where it will enrol people. */
class LearningObjectsTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void readsALearningObjectWithItsInstances() {
        Response found = ALM.read("/learningObjects/{id}", LO);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<String>path("data.attributes.state")).isEqualTo("Published");
        assertThat(found.<String>path("data.attributes.loType")).isEqualTo("course");
        assertThat(found.<List<String>>path("data.relationships.instances.data.id"))
                .containsExactly(INSTANCE);
        assertThat(found.<Object>path("included")).isNull();
    }

    @Test
    void includesTheInstancesOnRequest() {
        Response found = ALM.read("/learningObjects/{id}?include=instances", LO);

        assertThat(found.<List<String>>path("included.id")).containsExactly(INSTANCE);
    }

    @Test
    void readsAnEncodedIdToo() {
        Response found = ALM.given().urlEncodingEnabled(false).get("/primeapi/v2/learningObjects/course%3A1171899");

        assertThat(found.<String>path("data.id")).isEqualTo(LO);
    }

    @Test
    void listsInstancesWithTheFirstAsDefault() {
        ALM.settings("{\"learningObjects\":{\"learningProgram:7\":[\"learningProgram:7_1\",\"learningProgram:7_2\"]}}");

        Response found = ALM.read("/learningObjects/{id}/instances", "learningProgram:7");

        assertThat(found.<List<String>>path("data.id")).containsExactly("learningProgram:7_1", "learningProgram:7_2");
        assertThat(found.<List<Boolean>>path("data.attributes.isDefault")).containsExactly(true, false);
    }

    @Test
    void readsOneInstance() {
        Response found = ALM.read("/learningObjects/{lo}/instances/{instance}", LO, INSTANCE);

        assertThat(found.<String>path("data.attributes.state")).isEqualTo("Active");
        assertThat(found.<String>path("data.relationships.learningObject.data.id"))
                .isEqualTo(LO);
    }

    @Test
    void answersTheSame400ToUnknownLearningObjectsAndInstances() {
        String learningObject = ALM.read("/learningObjects/{id}", "course:1").asString();

        assertThat(learningObject).contains("OBJECT_DOESNT_EXIST");
        assertThat(ALM.read("/learningObjects/{id}/instances", "course:1").asString())
                .isEqualTo(learningObject);
        assertThat(ALM.read("/learningObjects/{lo}/instances/{instance}", LO, "course:1171899_1")
                        .asString())
                .isEqualTo(learningObject);
    }

    @Test
    void readsSeveralLearningObjectsAndLeavesOutUnknownOnes() {
        Response found = ALM.read("/learningObjects?include=instances&ids={ids}", OTHER_LO + ",course:1," + LO);
        Response all = ALM.read("/learningObjects");

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<List<String>>path("data.id")).containsExactly(OTHER_LO, LO);
        assertThat(found.<List<String>>path("included.id")).containsExactly(OTHER_INSTANCE, INSTANCE);
        assertThat(all.<List<String>>path("data.id")).containsExactlyInAnyOrder(LO, OTHER_LO);
        assertThat(all.<Object>path("included")).isNull();
    }

    @Test
    void showsTheStatesAndTheDefaultAsGiven() {
        ALM.settings("{\"learningObjects\":{\"course:7\":{\"state\":\"Draft\",\"instances\":{\"course:7_1\":"
                + "{\"state\":\"Retired\"},\"course:7_2\":{\"isDefault\":true},\"course:7_3\":{}}}}}");

        Response found = ALM.read("/learningObjects/{id}?include=instances", "course:7");

        assertThat(found.<String>path("data.attributes.state")).isEqualTo("Draft");
        assertThat(found.<List<String>>path("included.attributes.state"))
                .containsExactly("Retired", "Active", "Active");
        assertThat(found.<List<Boolean>>path("included.attributes.isDefault")).containsExactly(false, true, false);
    }

    @Test
    void retiresOneInstanceAndKeepsTheRest() {
        ALM.settings("{\"learningObjects\":{\"course:7\":[\"course:7_1\",\"course:7_2\"]}}");

        Response answer = ALM.settings(
                "{\"learningObjects\":{\"course:7\":{\"instances\":{\"course:7_2\":{\"state\":\"Retired\"}}}}}");

        assertThat(answer.jsonPath().getMap("learningObjects.'course:7'"))
                .isEqualTo(Map.of(
                        "state",
                        "Published",
                        "instances",
                        Map.of(
                                "course:7_1", Map.of("state", "Active", "isDefault", true),
                                "course:7_2", Map.of("state", "Retired", "isDefault", false))));
        assertThat(answer.jsonPath().getList("learningObjects.'course:1171899'"))
                .containsExactly(INSTANCE);
        assertThat(instanceStates("course:7")).containsExactly("Active", "Retired");
    }

    @Test
    void retiresAllInstancesWithTheirLearningObject() {
        ALM.settings("{\"learningObjects\":{\"course:1171899\":{\"state\":\"Retired\"}}}");

        assertThat(ALM.read("/learningObjects/{id}", LO).<String>path("data.attributes.state"))
                .isEqualTo("Retired");
        assertThat(instanceStates(LO)).containsExactly("Retired");

        ALM.settings("{\"learningObjects\":{\"course:1171899\":{\"state\":\"Published\"}}}");
        assertThat(instanceStates(LO)).containsExactly("Active");
        assertThat(ALM.control("/settings").jsonPath().getList("learningObjects.'course:1171899'"))
                .containsExactly(INSTANCE);
    }

    @Test
    void takesAListOfInstancesBesideAState() {
        ALM.settings("{\"learningObjects\":{\"course:7\":{\"state\":\"Retired\",\"instances\":[\"course:7_1\"]}}}");

        assertThat(instanceStates("course:7")).containsExactly("Retired");
    }

    @Test
    void failsReadsOfLearningObjectsAloneOnRequest() {
        ALM.settings("{\"learningObjectStatus\":503}");

        assertThat(ALM.read("/learningObjects/{id}", LO).statusCode()).isEqualTo(503);
        assertThat(ALM.create("ann@example.com").statusCode()).isEqualTo(200);

        ALM.settings("{\"learningObjectStatus\":null}");

        assertThat(ALM.read("/learningObjects/{id}", LO).statusCode()).isEqualTo(200);
    }

    private static List<String> instanceStates(String loId) {
        return ALM.read("/learningObjects/{id}/instances", loId).path("data.attributes.state");
    }
}
