package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Shows an enrolment as ALM's published model does. */
final class EnrolmentDocument {

    private EnrolmentDocument() {}

    static ObjectNode of(Enrolment enrolment) {
        ObjectNode data = JsonApi.reference(enrolment.id(), "learningObjectInstanceEnrollment");
        data.putObject("attributes")
                .put(
                        "dateEnrolled",
                        Instant.ofEpochMilli(enrolment.enrolledAt()).toString())
                .put("enrollmentSource", "ADMIN_ENROLL")
                .put("hasPassed", false)
                .put("progressPercent", 0)
                .put("state", "ENROLLED");
        ObjectNode relationships = data.putObject("relationships");
        relate(relationships, "learner", enrolment.userId(), "user");
        relate(relationships, "learningObject", enrolment.loId(), "learningObject");
        relate(relationships, "loInstance", enrolment.instanceId(), "learningObjectInstance");
        return data;
    }

    private static void relate(ObjectNode relationships, String name, String id, String type) {
        relationships.set(name, JsonApi.relation(JsonApi.reference(id, type)));
    }
}
