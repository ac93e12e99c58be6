package org.almbridge.alm;

import static org.almbridge.learner.AlmCall.CREATE_USER;
import static org.almbridge.learner.AlmCall.ENROL_USER;
import static org.almbridge.learner.AlmCall.FIND_ENROLMENT;
import static org.almbridge.learner.AlmCall.FIND_USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pins the table of failure classes in docs/errors-and-escalation.md. */
class FailureClassifierTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the user is young: the index lags
            ENROL_USER     | 400 | MISSING_CODE                | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_SENTENCE            | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_META                | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_TYPOGRAPHIC         | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_TYPOGRAPHIC_ESCAPED | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_ESCAPED             | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_SPELT_OUT           | true  | true  | INDEXING_LAG
            ENROL_USER     | 400 | MISSING_ERROR_ID            | true  | true  | INDEXING_LAG
            # the user is old: the id is wrong
            ENROL_USER     | 400 | MISSING_CODE                | true  | false | REJECTED
            ENROL_USER     | 400 | MISSING_SENTENCE            | true  | false | REJECTED
            ENROL_USER     | 400 | MISSING_META                | true  | false | REJECTED
            ENROL_USER     | 400 | MISSING_TYPOGRAPHIC         | true  | false | REJECTED
            # the instance was not verified: nothing says that it is there
            ENROL_USER     | 400 | MISSING_CODE                | false | true  | REJECTED
            ENROL_USER     | 400 | MISSING_META                | false | true  | REJECTED
            ENROL_USER     | 400 | MISSING_CODE                | false | false | REJECTED
            # only an enrolment waits for the index
            CREATE_USER    | 400 | MISSING_CODE                | true  | true  | UNRECOGNISED
            FIND_USER      | 400 | MISSING_CODE                | true  | true  | UNRECOGNISED
            FIND_COURSE    | 400 | UNEXPLAINED                 | false | true  | UNRECOGNISED
            FIND_COURSE    | 403 | NONE                        | false | true  | REJECTED
            FIND_COURSE    | 429 | THROTTLED                   | false | true  | THROTTLED
            FIND_COURSE    | 503 | HTML                        | false | true  | UNAVAILABLE
            # validation
            CREATE_USER    | 400 | MISSING_PARAM               | true  | false | REJECTED
            CREATE_USER    | 400 | FIELD_TYPE                  | true  | false | REJECTED
            CREATE_USER    | 400 | GENERIC                     | true  | false | REJECTED
            CREATE_USER    | 400 | GENERIC_META                | true  | false | REJECTED
            ENROL_USER     | 400 | MISSING_PARAM               | true  | true  | REJECTED
            ENROL_USER     | 400 | WAITLIST_FULL               | true  | true  | REJECTED
            ENROL_USER     | 400 | WAITLIST_FULL               | true  | false | REJECTED
            ENROL_USER     | 400 | NO_ERROR_ID                 | true  | true  | UNRECOGNISED
            # there already
            CREATE_USER    | 400 | ALREADY_PRESENT             | true  | false | DUPLICATE_USER
            CREATE_USER    | 400 | DUPLICATE                   | true  | false | DUPLICATE_USER
            CREATE_USER    | 400 | NOT_UNIQUE                  | true  | false | DUPLICATE_USER
            ENROL_USER     | 400 | ALREADY_ENROLLED            | true  | true  | ALREADY_ENROLLED
            ENROL_USER     | 400 | ALREADY_ENROLLED            | true  | false | ALREADY_ENROLLED
            ENROL_USER     | 400 | ALREADY_ERROR_ID            | true  | true  | ALREADY_ENROLLED
            FIND_USER      | 400 | ALREADY_PRESENT             | true  | false | UNRECOGNISED
            FIND_ENROLMENT | 400 | ALREADY_ENROLLED            | true  | false | UNRECOGNISED
            # explained by nothing
            CREATE_USER    | 400 | UNEXPLAINED                 | true  | false | UNRECOGNISED
            ENROL_USER     | 400 | UNEXPLAINED                 | true  | true  | UNRECOGNISED
            ENROL_USER     | 400 | NONE                        | true  | true  | UNRECOGNISED
            ENROL_USER     | 400 | EMPTY                       | true  | true  | UNRECOGNISED
            ENROL_USER     | 400 | HTML                        | true  | true  | UNRECOGNISED
            CREATE_USER    | 409 | UNEXPLAINED                 | true  | false | UNRECOGNISED
            CREATE_USER    | 302 | HTML                        | true  | false | UNRECOGNISED
            ENROL_USER     | 418 | NONE                        | true  | true  | UNRECOGNISED
            # whatever the body says
            CREATE_USER    | 401 | NONE                        | true  | false | UNAUTHORISED
            ENROL_USER     | 401 | MISSING_CODE                | true  | true  | UNAUTHORISED
            CREATE_USER    | 429 | THROTTLED                   | true  | false | THROTTLED
            FIND_USER      | 429 | NONE                        | true  | false | THROTTLED
            ENROL_USER     | 404 | MISSING_CODE                | true  | true  | REJECTED
            ENROL_USER     | 503 | HTML                        | true  | true  | UNAVAILABLE
            FIND_USER      | 503 | HTML                        | true  | false | UNAVAILABLE""")
    void readsAnAnswer(AlmCall call, int status, AlmBody body, boolean verified, boolean young, FailureClass expected) {
        assertThat(FailureClassifier.ofStatus(call, status, body.text(), verified, young))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"403", "404", "405", "406", "410", "413", "414", "415", "422"})
    void takesARefusalForGoodFromEveryCall(int status) {
        for (AlmCall call : AlmCall.values()) {
            assertThat(FailureClassifier.ofStatus(call, status, null, true, true))
                    .isEqualTo(FailureClass.REJECTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "502", "504", "599"})
    void cannotTellWhetherAWriteThatBrokeDownWasApplied(int status) {
        assertThat(FailureClassifier.ofStatus(CREATE_USER, status, null)).isEqualTo(FailureClass.UNKNOWN_OUTCOME);
        assertThat(FailureClassifier.ofStatus(ENROL_USER, status, null, true, true))
                .isEqualTo(FailureClass.UNKNOWN_OUTCOME);
        assertThat(FailureClassifier.ofStatus(FIND_USER, status, null)).isEqualTo(FailureClass.UNAVAILABLE);
        assertThat(FailureClassifier.ofStatus(FIND_ENROLMENT, status, null)).isEqualTo(FailureClass.UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource
    void knowsThatNothingWasSent(IOException failure) {
        for (AlmCall call : AlmCall.values()) {
            assertThat(FailureClassifier.ofException(call, failure)).isEqualTo(FailureClass.UNAVAILABLE);
        }
    }

    static Stream<IOException> knowsThatNothingWasSent() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new ConnectTimeoutException("Connect timed out"),
                new ConnectionRequestTimeoutException("no connection free"),
                new NoRouteToHostException("no route"),
                new UnknownHostException("alm.example.com"),
                new SSLHandshakeException("certificate expired"));
    }

    @ParameterizedTest
    @MethodSource
    void cannotTellWhetherAnUnansweredWriteWasApplied(IOException failure) {
        assertThat(FailureClassifier.ofException(CREATE_USER, failure)).isEqualTo(FailureClass.UNKNOWN_OUTCOME);
        assertThat(FailureClassifier.ofException(ENROL_USER, failure)).isEqualTo(FailureClass.UNKNOWN_OUTCOME);
        assertThat(FailureClassifier.ofException(FIND_USER, failure)).isEqualTo(FailureClass.UNAVAILABLE);
        assertThat(FailureClassifier.ofException(FIND_ENROLMENT, failure)).isEqualTo(FailureClass.UNAVAILABLE);
    }

    static Stream<IOException> cannotTellWhetherAnUnansweredWriteWasApplied() {
        return Stream.of(
                new SocketTimeoutException("Read timed out"),
                new NoHttpResponseException("the server closed the connection"),
                new SocketException("Connection reset"),
                new SSLException("closed in the middle"),
                new EOFException());
    }

    @ParameterizedTest
    @MethodSource
    void doesNotTrustAnAnswerThatIsNoJson(AlmCall call, FailureClass expected) {
        assertThat(FailureClassifier.ofException(call, new JsonParseException((JsonParser) null, "no JSON")))
                .isEqualTo(expected);
    }

    static Stream<Arguments> doesNotTrustAnAnswerThatIsNoJson() {
        return Stream.of(
                arguments(CREATE_USER, FailureClass.UNKNOWN_OUTCOME),
                arguments(ENROL_USER, FailureClass.UNKNOWN_OUTCOME),
                arguments(FIND_USER, FailureClass.UNRECOGNISED),
                arguments(FIND_ENROLMENT, FailureClass.UNRECOGNISED));
    }

    @ParameterizedTest
    @EnumSource
    void recognisesNothingInAnyOtherFailure(AlmCall call) {
        assertThat(FailureClassifier.ofException(call, new RuntimeException("a bug")))
                .isEqualTo(FailureClass.UNRECOGNISED);
    }
}
