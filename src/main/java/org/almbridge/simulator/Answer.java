package org.almbridge.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds what a call is answered, before it meets the wire, so that a fault can still take the answer away.
 *
 * @param status the HTTP status; 0 closes the connection without an answer
 * @param contentType media type of the body
 * @param headers further headers
 * @param body a text as it is, or anything else that Jackson can write; null for no body
 */
record Answer(int status, String contentType, Map<String, String> headers, Object body) {

    static final String JSON_API = "application/vnd.api+json";
    static final Answer NONE = new Answer(0, "", Map.of(), null);

    private static final String JSON_API_UTF8 = JSON_API + ";charset=UTF-8";
    private static final String JSON = "application/json";

    static Answer ok(Object body) {
        return jsonApi(200, body);
    }

    static Answer jsonApi(int status, Object body) {
        return new Answer(status, JSON_API_UTF8, Map.of(), body);
    }

    static Answer json(int status, Object body) {
        return new Answer(status, JSON, Map.of(), body);
    }

    static Answer html(int status, String page) {
        return new Answer(status, "text/html", Map.of(), page);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, body);
    }
}
