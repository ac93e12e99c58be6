package org.almbridge.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Says why a request was not done and what its sender can do, as RFC 9457 has it.
 *
 * @param retryAfterSeconds when the same request may succeed; 0 when it never will as it is
 * @param more              further members, may be empty
 */
record Problem(int status, String detail, long retryAfterSeconds, ObjectNode more) {

    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return new Problem(status, detail, 0, JsonNodeFactory.instance.objectNode());
    }

    static Problem passing(int status, String detail, long retryAfterSeconds) {
        return new Problem(status, detail, retryAfterSeconds, JsonNodeFactory.instance.objectNode());
    }

    /** The status says it all, so there is no type of our own. */
    String toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", "about:blank");
        json.put("title", HttpResponseStatus.valueOf(status).reasonPhrase());
        json.put("status", status);
        json.put("detail", detail);
        json.setAll(more);
        return json.toString();
    }
}
