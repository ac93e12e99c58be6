package org.almbridge.simulator;

import static org.almbridge.simulator.RunningSimulator.INSTANCE;
import static org.almbridge.simulator.RunningSimulator.LO;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
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
}
