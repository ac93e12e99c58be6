package org.almbridge.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Puts an answer into the message, and nothing of the request beside it. */
final class Answer {

    private Answer() {}

    /** The message, for further headers. */
    static Message json(Exchange exchange, int status, ObjectNode body) {
        return set(exchange, status, "application/json", body.toString());
    }

    /** The message, for further headers. The content is read while it is sent. */
    static Message stream(Exchange exchange, String mediaType, InputStream content) {
        Message message = bare(exchange, 200, mediaType);
        message.setBody(content);
        return message;
    }

    static void problem(Exchange exchange, Problem problem) {
        Message answer = set(exchange, problem.status(), Problem.MEDIA_TYPE, problem.toJson());
        if (problem.retryAfterSeconds() > 0) {
            answer.setHeader("Retry-After", problem.retryAfterSeconds());
        }
    }

    private static Message set(Exchange exchange, int status, String mediaType, String body) {
        Message message = bare(exchange, status, mediaType);
        message.setBody(body.getBytes(StandardCharsets.UTF_8));
        return message;
    }

    private static Message bare(Exchange exchange, int status, String mediaType) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, mediaType);
        return message;
    }
}
