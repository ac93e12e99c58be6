package org.almbridge.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Holds one request, read in full, with what the simulator found out about it on the way to the answer. */
final class Call {

    private final HttpServerRequest request;
    private final String body;
    private final long at;
    private final String requestId;
    private final List<String> path;
    private final MultiMap params;
    private final CallKind kind;
    private JsonNode document;
    private Map<String, List<String>> form;
    private String email;

    Call(HttpServerRequest request, String body, long at) {
        this.request = request;
        this.body = body;
        this.at = at;
        this.requestId = newRequestId();
        this.path = UrlPath.segments(request.path() == null ? "" : request.path());
        this.params = params(request);
        this.kind = CallKind.of(method(), path);
    }

    HttpServerRequest request() {
        return request;
    }

    long at() {
        return at;
    }

    String requestId() {
        return requestId;
    }

    CallKind kind() {
        return kind;
    }

    String method() {
        return request.method().name();
    }

    String body() {
        return body;
    }

    List<String> path() {
        return path;
    }

    boolean isUnder(String root) {
        return path.get(0).equals(root);
    }

    /** One decoded segment of the path; empty text if the path is shorter. */
    String segment(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /** One field of a form, which ALM's clients send as the body or in the query alike. */
    Optional<String> field(String name) {
        if (form == null) {
            form = form();
        }
        return Optional.ofNullable(form.get(name)).map(values -> values.get(0)).or(() -> param(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    String url() {
        return "http://" + header("host").orElse("localhost") + request.path();
    }

    /** The body as JSON; a missing node if there is none or it is malformed. */
    JsonNode document() {
        if (document == null) {
            document = parsed(body);
        }
        return document;
    }

    /** The learner whom the call is about, if that can be told. */
    Optional<String> email() {
        return Optional.ofNullable(email);
    }

    void concerns(String learner) {
        email = learner;
    }

    private Map<String, List<String>> form() {
        try {
            boolean isForm = header("content-type").orElse("").startsWith("application/x-www-form-urlencoded");
            return isForm ? new QueryStringDecoder(body, false).parameters() : Map.of();
        } catch (IllegalArgumentException malformedEscape) {
            return Map.of();
        }
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : Json.parse(body);
        } catch (IllegalArgumentException malformed) {
            return MissingNode.getInstance();
        }
    }

    private static MultiMap params(HttpServerRequest request) {
        try {
            return request.params();
        } catch (IllegalArgumentException malformedEscape) {
            return MultiMap.caseInsensitiveMultiMap();
        }
    }

    private static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return "gw" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
