package org.almbridge.alm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.almbridge.directory.Evidence;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * What came back from ALM.
 *
 * @param status    HTTP status
 * @param requestId {@code x-request-id}, {@code null} when the answer has none
 * @param retryAfter {@code Retry-After} as sent, {@code null} when the answer has none
 * @param body      a {@link JsonNode} when the route has unmarshalled it
 */
record AlmAnswer(Integer status, String requestId, String retryAfter, Object body) {

    static AlmAnswer of(Exchange exchange) {
        Message message = exchange.getMessage();
        return new AlmAnswer(
                message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                message.getHeader("x-request-id", String.class),
                message.getHeader("Retry-After", String.class),
                message.getBody() instanceof JsonNode document ? document : message.getBody(String.class));
    }

    /** JSON:API's primary data; missing when the body is no JSON:API document or its data is null. */
    JsonNode data() {
        JsonNode document = body instanceof JsonNode node ? node : MissingNode.getInstance();
        JsonNode data = document.path("data");
        return data.isNull() ? document.path("") : data;
    }

    Evidence evidence() {
        return new Evidence(status, requestId, body == null ? "" : String.valueOf(body));
    }

    Attempt ends(Attempt attempt, long at) {
        return attempt.succeeded(at, status, requestId);
    }

    AlmAnswerException means(FailureClass failureClass, String why) {
        return new AlmAnswerException(failureClass, status, requestId, why);
    }
}
