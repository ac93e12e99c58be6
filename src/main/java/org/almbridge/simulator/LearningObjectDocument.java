package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Shows a learning object and its instances with the attributes that decide whether people can be enrolled. */
final class LearningObjectDocument {

    private static final String TYPE = "learningObject";
    private static final String INSTANCE_TYPE = "learningObjectInstance";

    private LearningObjectDocument() {}

    static ObjectNode of(String loId, LearningObject learningObject) {
        ObjectNode data = JsonApi.reference(loId, TYPE);
        data.putObject("attributes")
                .put("enrollmentType", "Self Enroll")
                .put("loType", loId.split(":", 2)[0])
                .put("state", learningObject.state())
                .set("localizedMetadata", name("Learning object " + loId));
        Stream<ObjectNode> references =
                learningObject.instances().keySet().stream().map(id -> JsonApi.reference(id, INSTANCE_TYPE));
        data.putObject("relationships").set("instances", JsonApi.relation(JsonApi.array(references)));
        return data;
    }

    static Stream<ObjectNode> instances(String loId, LearningObject learningObject) {
        return learningObject.instances().keySet().stream().map(id -> instance(loId, learningObject, id));
    }

    private static ObjectNode instance(String loId, LearningObject learningObject, String instanceId) {
        LearningObject.Instance instance = learningObject.instances().get(instanceId);
        ObjectNode data = JsonApi.reference(instanceId, INSTANCE_TYPE);
        data.putObject("attributes")
                .put("isDefault", instance.isDefault())
                .put("isFlexible", false)
                .put("state", learningObject.stateOf(instance))
                .set("localizedMetadata", name("Instance " + instanceId));
        data.putObject("relationships").set(TYPE, JsonApi.relation(JsonApi.reference(loId, TYPE)));
        return data;
    }

    private static ArrayNode name(String name) {
        return Json.object()
                .arrayNode()
                .add(Json.object().put("locale", "en-US").put("name", name));
    }
}
