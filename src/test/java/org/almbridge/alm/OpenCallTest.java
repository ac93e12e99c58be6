package org.almbridge.alm;

import static org.almbridge.learner.SampleLearners.RETRY_FROM;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.learner.SampleLearners.ann;
import static org.almbridge.learner.SampleLearners.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCallTest {

    private static final long NOW = RETRY_FROM + 1;
    private static final AlmAnswer NOTHING_THERE = new AlmAnswer(200, "gw-look", null, null);

    private final Attempt intent = Attempt.started(1, AlmCall.CREATE_USER, null, NOW);

    @Test
    void goesOnWhenThereWasNoCall() {
        assertGoesOn();
    }

    @Test
    void goesOnWhenTheCallDidNotHappen() {
        assertGoesOn(intent);
        assertGoesOn(failed(504, FailureClass.UNKNOWN_OUTCOME));
        assertGoesOn(intent.succeeded(NOW, 200, "gw"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INDEXING_LAG", "THROTTLED", "UNAVAILABLE", "UNAUTHORISED", "REJECTED"})
    void goesOnWhenNothingWasLeftOpen(FailureClass failureClass) {
        assertGoesOn(failed(400, failureClass));
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_USER", "ALREADY_ENROLLED"})
    void looksAgainForWhatIsThereAndNotShown(FailureClass failureClass) {
        AlmFailure failure = refuted(failed(400, failureClass));

        assertThat(failure.failureClass()).isEqualTo(failureClass);
        assertThat(failure.requestId()).isEqualTo("gw-look");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void looksAgainForAUserWhoseCreateWasAcceptedWithoutAnId(int status) {
        assertThat(refuted(failed(status, FailureClass.UNKNOWN_OUTCOME)).failureClass())
                .isEqualTo(FailureClass.DUPLICATE_USER);
    }

    @ParameterizedTest
    @CsvSource({"400", "409"})
    void takesABadRequestThatTheStateDoesNotExplainForARefusal(int status) {
        assertThat(refuted(failed(status, FailureClass.UNRECOGNISED)))
                .isEqualTo(new AlmFailure(FailureClass.REJECTED, status, "gw", "the body", null));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(ints = {302, 408, 418})
    void givesAnyOtherUnrecognisedAnswerItsFurtherTries(Integer status) {
        assertGoesOn(failed(status, FailureClass.UNRECOGNISED));
    }

    @Test
    void takesARefusalAfterALostAnswerForASignOfSuccess() {
        Attempt lost = attempt(1, AlmCall.CREATE_USER, null, NOW, FailureClass.UNKNOWN_OUTCOME);
        Attempt refused = attempt(2, AlmCall.CREATE_USER, null, NOW, FailureClass.UNRECOGNISED);

        assertThat(refuted(AlmCall.CREATE_USER, null, lost, refused).failureClass())
                .isEqualTo(FailureClass.DUPLICATE_USER);
    }

    @Test
    void takesNoOtherLostAnswerForASignOfSuccess() {
        Attempt lost = attempt(1, AlmCall.ENROL_USER, SAFETY, NOW, FailureClass.UNKNOWN_OUTCOME);
        Attempt refused = attempt(2, AlmCall.ENROL_USER, WELCOME, NOW, FailureClass.UNRECOGNISED);

        assertThat(refuted(AlmCall.ENROL_USER, WELCOME, lost, refused).failureClass())
                .isEqualTo(FailureClass.REJECTED);
    }

    @Test
    void takesARefusalAfterALostEnrolmentForASignOfSuccess() {
        Attempt lost = attempt(1, AlmCall.ENROL_USER, WELCOME, NOW, FailureClass.UNKNOWN_OUTCOME);
        Attempt refused = attempt(2, AlmCall.ENROL_USER, WELCOME, NOW, FailureClass.UNRECOGNISED);

        assertThat(refuted(AlmCall.ENROL_USER, WELCOME, lost, refused).failureClass())
                .isEqualTo(FailureClass.ALREADY_ENROLLED);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsACallOnceTheWorkIsOpenedAgain(FailureClass failureClass) {
        assertGoesOn(attempt(1, AlmCall.CREATE_USER, null, RETRY_FROM - 1, failureClass));
    }

    private Attempt failed(Integer status, FailureClass failureClass) {
        return intent.failed(NOW, status, failureClass, "gw", "the body");
    }

    private static void assertGoesOn(Attempt... attempts) {
        assertThatCode(() -> OpenCall.refuteOrGoOn(ann(attempts), AlmCall.CREATE_USER, null, NOTHING_THERE))
                .doesNotThrowAnyException();
    }

    private static AlmFailure refuted(Attempt open) {
        return refuted(AlmCall.CREATE_USER, null, open);
    }

    private static AlmFailure refuted(AlmCall call, Enrolment enrolment, Attempt... attempts) {
        return catchThrowableOfType(
                        AlmAnswerException.class,
                        () -> OpenCall.refuteOrGoOn(ann(attempts), call, enrolment, NOTHING_THERE))
                .failure();
    }
}
