package org.almbridge.gate;

import java.util.HashMap;
import java.util.Map;
import org.almbridge.call.AnswerHead;

/** Answers of ALM, by the headers the gate looks at. */
final class Answers {

    private Answers() {}

    /** @param headers names, in lower case, and values */
    static AnswerHead post(int status, String... headers) {
        return answer("POST", "oauth token", status, headers);
    }

    static AnswerHead answer(String method, String authorization, int status, String... headers) {
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            byName.put(headers[i], headers[i + 1]);
        }
        return new AnswerHead(method, authorization, status, name -> byName.get(name.toLowerCase()));
    }
}
