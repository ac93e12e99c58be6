package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Builds the few JSON:API structures that all of ALM's documents share. */
final class JsonApi {

    private JsonApi() {}

    static ObjectNode document(String self, JsonNode data) {
        ObjectNode document = Json.object();
        document.putObject("links").put("self", self);
        document.set("data", data);
        return document;
    }

    static ArrayNode array(Stream<? extends JsonNode> items) {
        ArrayNode array = Json.object().arrayNode();
        items.forEach(array::add);
        return array;
    }

    static ObjectNode reference(String id, String type) {
        return Json.object().put("id", id).put("type", type);
    }

    static ObjectNode relation(JsonNode data) {
        return Json.object().set("data", data);
    }
}
