package org.almbridge.call;

import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Reads the answer that Camel HTTP hands on as a failure. */
public final class FailedAnswer {

    private FailedAnswer() {}

    /** @return the header's value however its name is spelt, {@code null} when the answer has none */
    public static String header(HttpOperationFailedException answer, String name) {
        return answer.getResponseHeaders() == null
                ? null
                : answer.getResponseHeaders().entrySet().stream()
                        .filter(header -> name.equalsIgnoreCase(header.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
