package org.almbridge.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** What of a payload may be read by whoever reads logs: its shape, ids, states and error texts, and nothing about a person. */
public final class Masked {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MASK = "***";
    private static final Pattern EMAIL = Pattern.compile("[^\\s\"'<>=:,;()]+@[^\\s\"'<>=:,;()&]+");

    /** Members whose text is about ALM's objects or the failure; any other text may be about a person. */
    private static final Set<String> PLAIN = Set.of(
            "id",
            "type",
            "status",
            "title",
            "errorId",
            "info",
            "error",
            "detail",
            "code",
            "errorCode",
            "reason",
            "message",
            "state",
            "userType",
            "self",
            "next",
            "loType",
            "loFormat",
            "enrollmentSource",
            "dateEnrolled",
            "dateCompleted");

    private Masked() {}

    /** @param body {@code null} for none */
    public static String body(String body) {
        if (body == null || body.isBlank()) {
            return "no body";
        }
        try {
            return mask(null, JSON.readTree(body)).toString();
        } catch (JsonProcessingException e) {
            return body.length() + " characters that are no JSON";
        }
    }

    static String url(String url) {
        return text(URLDecoder.decode(url, StandardCharsets.UTF_8));
    }

    private static JsonNode mask(String name, JsonNode value) {
        if (value instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(mask(member.getKey(), member.getValue())));
            return object;
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mask(name, array.get(i)));
            }
            return array;
        }
        if (!value.isTextual()) {
            return value;
        }
        return TextNode.valueOf(PLAIN.contains(name) ? text(value.asText()) : MASK);
    }

    /** A text without the addresses of people. */
    public static String text(String text) {
        return EMAIL.matcher(text).replaceAll(MASK);
    }
}
