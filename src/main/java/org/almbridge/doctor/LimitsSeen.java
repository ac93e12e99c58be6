package org.almbridge.doctor;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.almbridge.call.AnswerHead;
import org.almbridge.call.AnswerListener;

/** The limits that ALM's answers announce, by HTTP method; the latest counts. */
@Singleton
class LimitsSeen implements AnswerListener {

    private final Map<String, Limit> limits = new ConcurrentSkipListMap<>();

    @Override
    public void answered(AnswerHead answer) {
        answer.header("x-rate-limit")
                .ifPresent(rate -> limits.put(
                        answer.method(),
                        new Limit(rate, answer.header("x-burst").orElse(null))));
    }

    Map<String, Limit> byMethod() {
        return limits;
    }
}
