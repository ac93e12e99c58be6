package org.almbridge.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.almbridge.learner.FailureClass;

/**
 * What came of one call.
 *
 * @param question     what was asked
 * @param status       HTTP status, {@code null} when no answer came
 * @param headers      those of the answer that are worth telling, by name
 * @param body         as it came
 * @param failureClass what the bridge takes the answer for, {@code null} for a success and when no answer came
 * @param sentAt       epoch milliseconds
 * @param answeredAt   epoch milliseconds
 * @param failure      why no answer came, {@code null} when one did
 */
record Reply(
        Question question,
        Integer status,
        Map<String, String> headers,
        String body,
        FailureClass failureClass,
        long sentAt,
        long answeredAt,
        Throwable failure) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isAnswer() {
        return status != null;
    }

    boolean isSuccess() {
        return isAnswer() && status >= 200 && status < 300;
    }

    boolean is(int wanted) {
        return isAnswer() && status == wanted;
    }

    long tookMs() {
        return answeredAt - sentAt;
    }

    /** The body; missing when it is no JSON. */
    JsonNode document() {
        try {
            return body == null || body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Of the one object that was answered, blank when there is none. */
    String id() {
        return document().at("/data/id").asText();
    }

    /** In a few words, for a line of the report. */
    String outcome() {
        if (!isAnswer()) {
            return failure == null
                    ? "no answer"
                    : "no answer (" + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ")";
        }
        return "HTTP " + status + (failureClass == null ? "" : ", which the bridge takes for " + failureClass);
    }
}
