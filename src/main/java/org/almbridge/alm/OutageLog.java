package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.jboss.logging.Logger;

/** Tells the operator of an ALM that ails: at once, and then once a minute however many learners meet it. */
@Singleton
class OutageLog {

    private static final Logger LOG = Logger.getLogger(OutageLog.class);
    private static final long QUIET_MS = 60_000;

    private final Clock clock;
    private final Map<FailureClass, Long> quietUntil = new ConcurrentHashMap<>();

    OutageLog(Clock clock) {
        this.clock = clock;
    }

    void note(AlmCall call, AlmFailure failure) {
        FailureClass failureClass = failure.failureClass();
        switch (failureClass) {
            case UNAVAILABLE, UNKNOWN_OUTCOME, THROTTLED ->
                warn(
                        failureClass,
                        "ALM ails: %s met %s (%s). Learners wait and are tried again"
                                .formatted(call, failureClass, cause(failure)));
            default -> {
                // about the learner or the access token, not about ALM
            }
        }
    }

    private void warn(FailureClass failureClass, String text) {
        long now = clock.millis();
        Long until = quietUntil.get(failureClass);
        if (until == null || now >= until) {
            quietUntil.put(failureClass, now + QUIET_MS);
            LOG.warn(text);
        }
    }

    /** The status, or the kind of error; never a body, which may hold personal data. */
    private static String cause(AlmFailure failure) {
        return failure.status() == null
                ? failure.body().replaceFirst(":.*", "")
                : "HTTP " + failure.status() + ", x-request-id " + failure.requestId();
    }
}
