package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Lets settings give learning objects as short as they like, and merge into the full form whatever was there. */
final class LearningObjectsJson {

    private static final String INSTANCES = "instances";

    private LearningObjectsJson() {}

    static ObjectNode full(Map<String, LearningObject> learningObjects) {
        ObjectNode full = Json.object();
        learningObjects.forEach((id, learningObject) -> full.set(id, Json.tree(learningObject.inFull())));
        return full;
    }

    /** Turns the lists of instance ids into the full form. */
    static void expand(JsonNode learningObjects) {
        learningObjects.properties().forEach(entry -> {
            JsonNode given = entry.getValue();
            if (given.isArray()) {
                entry.setValue(Json.object().set(INSTANCES, byId(entry.getKey(), given)));
            } else if (given.path(INSTANCES).isArray()) {
                ((ObjectNode) given).set(INSTANCES, byId(entry.getKey(), given.path(INSTANCES)));
            }
        });
    }

    private static ObjectNode byId(String learningObject, JsonNode ids) {
        ObjectNode instances = Json.object();
        ids.forEach(id -> {
            Json.require(id.isTextual(), learningObject + " must have a list of instance ids.");
            instances.putObject(id.textValue());
        });
        return instances;
    }
}
