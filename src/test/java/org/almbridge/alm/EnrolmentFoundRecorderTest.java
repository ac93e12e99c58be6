package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.almbridge.TestConfig;
import org.almbridge.call.AlmCalls;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.ledger.LearnerLedger;
import org.almbridge.ledger.TestLedger;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentFoundRecorderTest {

    @TempDir
    Path folder;

    private final AlmCalls calls = new AlmCalls(TestConfig.bridge());
    private TestLedger ledger;
    private LearnerInFlight ann;
    private Exchange exchange;
    private EnrolmentFoundRecorder recorder;

    @BeforeEach
    void claimAnn() {
        ledger = new TestLedger(folder);
        ledger.accept("b1", TestLedger.person(2, "ann", WELCOME));
        ann = ledger.claim().get(0);
        exchange = AlmExchanges.of(ann, WELCOME);
        LearnerLedger learners = ledger.learners();
        recorder = new EnrolmentFoundRecorder(
                new EnrolmentRecorder(learners, ledger.clock()),
                new FruitlessLookUp(learners, ledger.clock()),
                IndexLags.unknown(ledger.clock()),
                ledger.clock(),
                calls);
    }

    @AfterEach
    void close() throws IOException {
        calls.stop();
        ledger.close();
    }

    @Test
    void recordsTheEnrolmentThatIsThere() throws Exception {
        AlmExchanges.answer(exchange, """
                {"data":{"id":"course:1_10_4711","type":"learningObjectInstanceEnrollment",\
                "attributes":{"state":"ENROLLED"}}}""");

        looksUp();

        assertThat(ann.isEnrolled(WELCOME)).isTrue();
        assertThat(ann.isFinished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":null}", "{\"data\":[]}", "{\"data\":{}}", "{}", "[]"})
    void takesAnAnswerWithoutAnEnrolmentForItsAbsence(String answer) throws Exception {
        AlmExchanges.answer(exchange, answer);

        looksUp();

        assertAbsent();
    }

    @ParameterizedTest
    @CsvSource({"404, NONE", "404, HTML", "400, MISSING_CODE", "400, MISSING_META", "400, MISSING_TYPOGRAPHIC"})
    void takesARefusalToFindItForItsAbsence(int status, AlmBody body) throws Exception {
        AlmExchanges.answer(exchange, status, body.text());

        looksUp();

        assertAbsent();
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNEXPLAINED, UNRECOGNISED",
        "401, NONE, UNAUTHORISED",
        "403, NONE, REJECTED",
        "429, THROTTLED, THROTTLED",
        "500, HTML, UNAVAILABLE",
        "503, HTML, UNAVAILABLE"
    })
    void failsWhenAlmDoesNotSay(int status, AlmBody body, FailureClass expected) {
        AlmExchanges.answer(exchange, status, body.text());

        AlmFailure failure = fails();

        assertThat(failure).isEqualTo(new AlmFailure(expected, status, "gw-" + status, body.text(), null));
        assertThat(ann.hasLookedFor(WELCOME)).isFalse();
    }

    @Test
    void waitsAsLongAsAlmAsks() {
        AlmExchanges.answer(exchange, 429, AlmBody.THROTTLED.text());
        exchange.getMessage().setHeader("retry-after", "10.752");

        assertThat(fails().retryAfterMs()).isEqualTo(10_752);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALREADY_ENROLLED", "UNRECOGNISED"})
    void doesNotRepeatAnEnrolmentThatAlmAnsweredOddly(FailureClass failureClass) {
        enrolFailed(failureClass);
        AlmExchanges.answer(exchange, 404, null);

        assertThat(fails().failureClass())
                .isEqualTo(
                        failureClass == FailureClass.UNRECOGNISED
                                ? FailureClass.REJECTED
                                : FailureClass.ALREADY_ENROLLED);
    }

    @Test
    void repeatsAnEnrolmentThatDidNotHappen() throws Exception {
        enrolFailed(FailureClass.UNKNOWN_OUTCOME);
        AlmExchanges.answer(exchange, 404, null);
        ledger.clock().advance(5_000);

        looksUp();

        assertAbsent();
    }

    @Test
    void looksAgainForAnEnrolmentThatIsTooYoungToBeShown() {
        enrolFailed(FailureClass.UNKNOWN_OUTCOME);
        AlmExchanges.answer(exchange, 404, null);
        ledger.clock().advance(2_900);

        assertThat(fails().failureClass()).isEqualTo(FailureClass.INDEXING_LAG);
        assertThat(ann.hasLookedFor(WELCOME)).isFalse();
    }

    private void enrolFailed(FailureClass failureClass) {
        long now = ledger.clock().millis();
        ann.ended(ann.begin(AlmCall.ENROL_USER, WELCOME, now).failed(now, 400, failureClass, "gw", "{}"));
    }

    private void looksUp() throws Exception {
        ann.begin(AlmCall.FIND_ENROLMENT, WELCOME, ledger.clock().millis());
        recorder.write(exchange).join();
    }

    private AlmFailure fails() {
        return catchThrowableOfType(AlmAnswerException.class, this::looksUp).failure();
    }

    private void assertAbsent() {
        assertThat(ann.isEnrolled(WELCOME)).isFalse();
        assertThat(ann.hasLookedFor(WELCOME)).isTrue();
        assertThat(ann.current()).isNull();
    }
}
