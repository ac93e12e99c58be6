package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Lets clients verify learning objects and instances, which an ambiguous 400 on an enrolment makes necessary. */
final class LearningObjectsApi {

    private final World world;
    private final Errors errors;

    LearningObjectsApi(World world, Errors errors) {
        this.world = world;
        this.errors = errors;
    }

    Answer read(Call call) {
        String loId = call.segment(3);
        List<String> instances = world.settings().learningObjects().get(loId);
        if (instances == null) {
            return call.path().size() == 5 ? errors.objectDoesNotExist() : errors.nothingAt(call);
        }
        return switch (call.path().size()) {
            case 4 -> learningObject(call, loId, instances);
            case 5 -> Answer.ok(JsonApi.document(call.url(), JsonApi.array(documents(loId, instances))));
            default -> instance(call, loId, instances);
        };
    }

    private static Answer learningObject(Call call, String loId, List<String> instances) {
        ObjectNode document = JsonApi.document(call.url(), LearningObjectDocument.of(loId, instances));
        if (call.param("include")
                .filter(include -> include.contains("instances"))
                .isPresent()) {
            document.set("included", JsonApi.array(documents(loId, instances)));
        }
        return Answer.ok(document);
    }

    private Answer instance(Call call, String loId, List<String> instances) {
        String wanted = call.segment(5);
        return documents(loId, instances)
                .filter(instance -> instance.path("id").asText().equals(wanted))
                .findFirst()
                .map(instance -> Answer.ok(JsonApi.document(call.url(), instance)))
                .orElseGet(() -> errors.nothingAt(call));
    }

    private static Stream<ObjectNode> documents(String loId, List<String> instances) {
        return instances.stream().map(id -> LearningObjectDocument.instance(loId, id, id.equals(instances.get(0))));
    }
}
