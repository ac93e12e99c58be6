package org.almbridge.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes ALM's error answers, so that their shape is one setting and equal errors have equal bodies. */
final class Errors {

    private static final String CHECK_REQUEST = "Bad request. Check url, params and headers";

    private final Supplier<SimulatorSettings> settings;

    Errors(Supplier<SimulatorSettings> settings) {
        this.settings = settings;
    }

    /** The one answer for whatever is missing, malformed or not indexed yet: ALM does not tell them apart. */
    Answer objectDoesNotExist() {
        return error(settings.get().notFoundStatus(), "OBJECT_DOESNT_EXIST", "Object doesn't exist");
    }

    /** What a read by id gets instead of the object. */
    Answer nothingAt(Call call) {
        return settings.get().dataNullForMissing()
                ? Answer.ok(JsonApi.document(call.url(), null))
                : objectDoesNotExist();
    }

    Answer badRequest(String info) {
        return error(400, CHECK_REQUEST, info);
    }

    Answer missingParam(String name) {
        return error(400, "Missing Param", name);
    }

    Answer fieldTypeIncorrect(String info) {
        return error(400, "Field Type incorrect", info);
    }

    Answer missingBody() {
        return error(400, "Generic Error", null);
    }

    Answer enrolmentRefused(String errorId, String info) {
        ObjectNode body = body(400, CHECK_REQUEST, info);
        body.put("errorId", errorId);
        return Answer.jsonApi(400, body);
    }

    Answer unauthorised() {
        return error(401, "UNAUTHORIZED_ACCESS", "Access token is missing, invalid or expired");
    }

    Answer wrongCredentials() {
        return error(401, "UNAUTHORIZED_ACCESS", "Client or refresh token is invalid");
    }

    /** What comes from a proxy when ALM behind it is gone: for browsers, and nothing like an answer of ALM. */
    Answer proxyPage() {
        return Answer.html(
                502,
                "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
                        + "<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n");
    }

    /** An answer of which only the status matters, in the body that ALM or its gateway would give it. */
    Answer plain(int status) {
        if (status == 401) {
            return unauthorised();
        }
        if (status == 429) {
            return Answer.json(429, Json.object().put("message", "429 Too many requests"));
        }
        return error(status, HttpResponseStatus.valueOf(status).reasonPhrase(), null);
    }

    private Answer error(int status, String title, String info) {
        return Answer.jsonApi(status, body(status, title, info));
    }

    private ObjectNode body(int status, String title, String info) {
        ObjectNode body = Json.object();
        if (settings.get().errorShape() == ErrorShape.META) {
            ObjectNode meta = body.putObject("meta").put("error", title);
            if (info != null) {
                meta.put("detail", info);
            }
            return body;
        }
        body.put("status", name(status)).put("title", title);
        if (info != null) {
            body.putObject("source").put("info", info);
        }
        return body;
    }

    private static String name(int status) {
        String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
        return phrase.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
