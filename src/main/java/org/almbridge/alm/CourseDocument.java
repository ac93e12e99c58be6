package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.almbridge.course.CourseFinding;
import org.almbridge.course.CourseFinding.Part;

/** Reads ALM's documents of learning objects and instances. */
final class CourseDocument {

    private static final String INSTANCE = "learningObjectInstance";

    private CourseDocument() {}

    static boolean isRetired(JsonNode data) {
        return "Retired".equalsIgnoreCase(data.at("/attributes/state").asText());
    }

    /** The instance that ALM calls the default, else the only one that is not retired. */
    static CourseFinding defaultInstance(String loId, AlmAnswer learningObject) {
        List<JsonNode> active = activeInstances((JsonNode) learningObject.body());
        List<JsonNode> chosen = active.stream()
                .filter(instance -> instance.at("/attributes/isDefault").asBoolean())
                .toList();
        if (chosen.isEmpty()) {
            chosen = active;
        }
        return chosen.size() == 1
                ? CourseFinding.available(chosen.get(0).path("id").asText())
                : CourseFinding.missing(Part.INSTANCE, whyNone(loId, chosen.size()), learningObject.evidence());
    }

    private static List<JsonNode> activeInstances(JsonNode document) {
        return StreamSupport.stream(document.path("included").spliterator(), false)
                .filter(item -> INSTANCE.equals(item.path("type").asText()))
                .filter(item -> !item.path("id").asText().isBlank())
                .filter(item -> !isRetired(item))
                .toList();
    }

    private static String whyNone(String loId, int instances) {
        return instances == 0
                ? "The learning object " + loId + " has no active instance in ALM"
                : "The learning object " + loId + " has " + instances
                        + " active instances in ALM and none is the default one, so name one";
    }
}
