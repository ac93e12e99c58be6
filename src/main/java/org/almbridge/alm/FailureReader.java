package org.almbridge.alm;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.call.FailedAnswer;
import org.almbridge.call.RetryAfter;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.token.NoTokenException;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Finds out what a failed exchange says about ALM. */
@Singleton
class FailureReader {

    private final IndexLag indexLag;
    private final Clock clock;

    FailureReader(IndexLag indexLag, Clock clock) {
        this.indexLag = indexLag;
        this.clock = clock;
    }

    /** Empty when the failure is not one of a call to ALM: a ledger that fails or a stop must not cost an attempt. */
    Optional<AlmFailure> failure(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, exchange.getException(), Throwable.class);
        LearnerInFlight learner = InFlight.learner(exchange);
        if (failure == null || learner == null) {
            return Optional.empty();
        }
        Attempt current = learner.current();
        boolean verified = Objects.equals(InFlight.verified(exchange), InFlight.enrolment(exchange));
        return failure(current == null ? AlmCall.FIND_USER : current.call(), failure, verified, isYoung(learner));
    }

    /** The same of a call that is made for no learner. */
    Optional<AlmFailure> failure(AlmCall call, Throwable failure) {
        return failure(call, failure, false, false);
    }

    private Optional<AlmFailure> failure(AlmCall call, Throwable failure, boolean verified, boolean young) {
        if (failure instanceof SQLException
                || failure instanceof IllegalStateException
                || failure instanceof RejectedExecutionException) {
            return Optional.empty();
        }
        if (failure instanceof NoTokenException) {
            return Optional.of(new AlmFailure(FailureClass.UNAUTHORISED, null, null, failure.getMessage(), null));
        }
        if (failure instanceof AlmAnswerException answer) {
            return Optional.of(answer.failure());
        }
        if (failure instanceof HttpOperationFailedException http) {
            return Optional.of(ofAnswer(
                    FailureClassifier.ofStatus(call, http.getStatusCode(), http.getResponseBody(), verified, young),
                    http));
        }
        return Optional.of(
                new AlmFailure(FailureClassifier.ofException(call, failure), null, null, text(failure), null));
    }

    private AlmFailure ofAnswer(FailureClass failureClass, HttpOperationFailedException http) {
        return new AlmFailure(
                failureClass,
                http.getStatusCode(),
                FailedAnswer.header(http, "x-request-id"),
                http.getResponseBody(),
                RetryAfter.milliseconds(FailedAnswer.header(http, "Retry-After"), clock.instant()));
    }

    /** The age counts from the answer that gave the id, so it is right after a restart too. */
    private boolean isYoung(LearnerInFlight learner) {
        return learner.createdAt() != null && indexLag.isYoung(learner.createdAt());
    }

    private static String text(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
