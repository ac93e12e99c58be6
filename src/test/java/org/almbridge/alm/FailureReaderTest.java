package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.almbridge.SteppedClock;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.SampleLearners;
import org.almbridge.token.NoTokenException;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReaderTest {

    private final SteppedClock clock = new SteppedClock();
    private final FailureReader reader = new FailureReader(IndexLags.unknown(clock), clock);
    private final LearnerInFlight ann = SampleLearners.ann();
    private final Exchange exchange = AlmExchanges.of(ann, WELCOME);

    @Test
    void readsAnAnswerWithAllItsEvidence() {
        ann.begin(AlmCall.CREATE_USER, null, clock.millis());
        fail(new HttpOperationFailedException(
                "https://alm.example.com",
                429,
                "Too Many Requests",
                null,
                Map.of("retry-after", "10.752", "X-Request-Id", "gw-1"),
                AlmBody.THROTTLED.text()));

        assertThat(reader.failure(exchange))
                .contains(new AlmFailure(FailureClass.THROTTLED, 429, "gw-1", AlmBody.THROTTLED.text(), 10_752L));
    }

    @Test
    void readsAnAnswerWithoutHeadersOrBody() {
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());
        fail(http(500, null));

        assertThat(reader.failure(exchange))
                .contains(new AlmFailure(FailureClass.UNKNOWN_OUTCOME, 500, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"0, INDEXING_LAG", "120000, INDEXING_LAG", "120001, REJECTED"})
    void takesAMissingObjectForALagWhileTheUserIsYoung(long age, FailureClass expected) {
        InFlight.verified(exchange, WELCOME);
        ann.userKnown("4711", clock.millis(), false);
        clock.advance(age);
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());

        fail(http(400, AlmBody.MISSING_CODE.text()));

        assertThat(reader.failure(exchange)).map(AlmFailure::failureClass).contains(expected);
    }

    @Test
    void takesAMissingObjectForNoLagWhenOnlyAnotherInstanceWasVerified() {
        InFlight.verified(exchange, SAFETY);
        ann.userKnown("4711", clock.millis(), false);
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());

        fail(http(400, AlmBody.MISSING_CODE.text()));

        assertThat(reader.failure(exchange)).map(AlmFailure::failureClass).contains(FailureClass.REJECTED);
    }

    @Test
    void readsTheFailureOfACallForNobody() {
        assertThat(reader.failure(AlmCall.FIND_COURSE, http(500, null)))
                .contains(new AlmFailure(FailureClass.UNAVAILABLE, 500, null, null, null));
        assertThat(reader.failure(AlmCall.FIND_COURSE, new SQLException("database is locked")))
                .isEmpty();
    }

    @Test
    void readsAFailureWithoutAnAnswer() {
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());
        fail(new SocketTimeoutException("Read timed out"));

        assertThat(reader.failure(exchange))
                .contains(new AlmFailure(
                        FailureClass.UNKNOWN_OUTCOME, null, null, "SocketTimeoutException: Read timed out", null));
    }

    @Test
    void prefersTheFailureThatTheErrorHandlerHasCaught() {
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, http(403, null));

        assertThat(reader.failure(exchange)).map(AlmFailure::failureClass).contains(FailureClass.REJECTED);
    }

    @Test
    void believesWhoeverKnowsWhatAnAnswerMeans() {
        fail(new AlmAnswerException(FailureClass.DUPLICATE_USER, 200, "gw-1", "not shown"));

        assertThat(reader.failure(exchange))
                .contains(new AlmFailure(FailureClass.DUPLICATE_USER, 200, "gw-1", "not shown", null));
    }

    @ParameterizedTest
    @MethodSource
    void doesNotBlameAlmForWhatHappensHere(Exception failure) {
        ann.begin(AlmCall.ENROL_USER, WELCOME, clock.millis());
        fail(failure);

        assertThat(reader.failure(exchange)).isEmpty();
    }

    static Stream<Exception> doesNotBlameAlmForWhatHappensHere() {
        return Stream.of(
                new SQLException("database is locked"),
                new IllegalStateException("a step is missing"),
                new RejectedExecutionException("the ledger is closed"));
    }

    @Test
    void takesACallWithoutATokenForUnauthorisedAndNotForUnknown() {
        ann.begin(AlmCall.CREATE_USER, null, clock.millis());
        fail(new NoTokenException());

        assertThat(reader.failure(exchange))
                .contains(new AlmFailure(
                        FailureClass.UNAUTHORISED, null, null, "there is no access token that ALM accepts", null));
    }

    @Test
    void seesNoFailureWhereThereIsNone() {
        assertThat(reader.failure(exchange)).isEmpty();

        Exchange nobodys = AlmExchanges.of(null, null);
        nobodys.setException(http(500, null));
        assertThat(reader.failure(nobodys)).isEmpty();
    }

    private void fail(Exception failure) {
        exchange.setException(failure);
    }

    private static HttpOperationFailedException http(int status, String body) {
        return new HttpOperationFailedException("https://alm.example.com", status, "", null, null, body);
    }
}
