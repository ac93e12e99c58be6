package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Shows a learning object and its instances with the attributes that decide whether people can be enrolled. */
final class LearningObjectDocument {

    private static final String TYPE = "learningObject";
    private static final String INSTANCE_TYPE = "learningObjectInstance";

    private LearningObjectDocument() {}

    static ObjectNode of(String loId, List<String> instances) {
        ObjectNode data = JsonApi.reference(loId, TYPE);
        data.putObject("attributes")
                .put("enrollmentType", "Self Enroll")
                .put("loType", loId.split(":", 2)[0])
                .put("state", "Published")
                .set("localizedMetadata", name("Learning object " + loId));
        data.putObject("relationships")
                .set(
                        "instances",
                        JsonApi.relation(
                                JsonApi.array(instances.stream().map(id -> JsonApi.reference(id, INSTANCE_TYPE)))));
        return data;
    }

    static ObjectNode instance(String loId, String instanceId, boolean isDefault) {
        ObjectNode data = JsonApi.reference(instanceId, INSTANCE_TYPE);
        data.putObject("attributes")
                .put("isDefault", isDefault)
                .put("isFlexible", false)
                .put("state", "Active")
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
