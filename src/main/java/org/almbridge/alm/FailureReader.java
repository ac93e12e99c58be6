package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Finds out what a failed exchange says about ALM. */
@Singleton
class FailureReader {

    private final BridgeConfig config;
    private final Clock clock;

    FailureReader(BridgeConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Empty when the failure is not one of a call to ALM: a ledger that fails or a stop must not cost an attempt. */
    Optional<AlmFailure> failure(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, exchange.getException(), Throwable.class);
        LearnerInFlight learner = InFlight.learner(exchange);
        if (failure == null
                || learner == null
                || failure instanceof SQLException
                || failure instanceof IllegalStateException
                || failure instanceof RejectedExecutionException) {
            return Optional.empty();
        }
        if (failure instanceof AlmAnswerException answer) {
            return Optional.of(answer.failure());
        }
        Attempt current = learner.current();
        AlmCall call = current == null ? AlmCall.FIND_USER : current.call();
        return Optional.of(
                failure instanceof HttpOperationFailedException http
                        ? ofAnswer(call, http, isYoung(learner))
                        : new AlmFailure(
                                FailureClassifier.ofException(call, failure), null, null, text(failure), null));
    }

    private AlmFailure ofAnswer(AlmCall call, HttpOperationFailedException http, boolean young) {
        return new AlmFailure(
                FailureClassifier.ofStatus(call, http.getStatusCode(), http.getResponseBody(), young),
                http.getStatusCode(),
                header(http, "x-request-id"),
                http.getResponseBody(),
                RetryAfter.milliseconds(header(http, "Retry-After"), clock.instant()));
    }

    /** The age counts from the answer that gave the id, so it is right after a restart too. */
    private boolean isYoung(LearnerInFlight learner) {
        return learner.createdAt() != null
                && clock.millis() - learner.createdAt() <= config.retry().lagWindowMs();
    }

    private static String header(HttpOperationFailedException http, String name) {
        return http.getResponseHeaders() == null
                ? null
                : http.getResponseHeaders().entrySet().stream()
                        .filter(header -> name.equalsIgnoreCase(header.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    private static String text(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
