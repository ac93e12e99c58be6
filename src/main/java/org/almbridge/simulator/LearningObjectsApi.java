package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Lets clients verify learning objects and instances, which an ambiguous 400 on an enrolment makes necessary. */
final class LearningObjectsApi {

    private static final int DEFAULT_PAGE = 10;

    private final World world;
    private final Errors errors;

    LearningObjectsApi(World world, Errors errors) {
        this.world = world;
        this.errors = errors;
    }

    Answer read(Call call) {
        if (world.settings().learningObjectStatus() != null) {
            return errors.plain(world.settings().learningObjectStatus());
        }
        if (call.path().size() == 3) {
            return several(call);
        }
        String loId = call.segment(3);
        LearningObject learningObject = known().get(loId);
        if (learningObject == null) {
            return call.path().size() == 5 ? errors.objectDoesNotExist() : errors.nothingAt(call);
        }
        Stream<ObjectNode> instances = LearningObjectDocument.instances(loId, learningObject);
        return switch (call.path().size()) {
            case 4 ->
                including(call, JsonApi.document(call.url(), LearningObjectDocument.of(loId, learningObject)), loId);
            case 5 -> Answer.ok(JsonApi.document(call.url(), JsonApi.array(instances)));
            default -> instance(call, instances);
        };
    }

    private Answer several(Call call) {
        String[] ids = call.param("ids")
                .map(list -> Arrays.stream(list.split(",")).map(String::trim).filter(known()::containsKey))
                .orElseGet(() -> known().keySet().stream().limit(DEFAULT_PAGE))
                .toArray(String[]::new);
        ArrayNode data = JsonApi.array(Arrays.stream(ids).map(id -> LearningObjectDocument.of(id, known().get(id))));
        return including(call, JsonApi.document(call.url(), data), ids);
    }

    private Answer including(Call call, ObjectNode document, String... ids) {
        if (call.param("include")
                .filter(include -> include.contains("instances"))
                .isPresent()) {
            document.set(
                    "included",
                    JsonApi.array(
                            Arrays.stream(ids).flatMap(id -> LearningObjectDocument.instances(id, known().get(id)))));
        }
        return Answer.ok(document);
    }

    private Answer instance(Call call, Stream<ObjectNode> instances) {
        String wanted = call.segment(5);
        return instances
                .filter(instance -> instance.path("id").asText().equals(wanted))
                .findFirst()
                .map(instance -> Answer.ok(JsonApi.document(call.url(), instance)))
                .orElseGet(() -> errors.nothingAt(call));
    }

    private Map<String, LearningObject> known() {
        return world.settings().learningObjects();
    }
}
