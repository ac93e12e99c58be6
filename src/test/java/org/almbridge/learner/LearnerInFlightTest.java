package org.almbridge.learner;

import static org.almbridge.learner.AlmCall.CREATE_USER;
import static org.almbridge.learner.AlmCall.ENROL_USER;
import static org.almbridge.learner.AlmCall.FIND_ENROLMENT;
import static org.almbridge.learner.AlmCall.FIND_USER;
import static org.almbridge.learner.SampleLearners.RETRY_FROM;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.learner.SampleLearners.ann;
import static org.almbridge.learner.SampleLearners.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LearnerInFlightTest {

    private static final long NOW = RETRY_FROM + 500;
    private static final long BEFORE = RETRY_FROM - 1;

    @Test
    void numbersAttemptsFromOne() {
        LearnerInFlight learner = ann();

        learner.ended(learner.begin(CREATE_USER, null, NOW).succeeded(NOW, 200, "gw"));

        assertThat(learner.begin(ENROL_USER, WELCOME, NOW).number()).isEqualTo(2);
        assertThat(learner.last(CREATE_USER, null).number()).isEqualTo(1);
    }

    @Test
    void numbersOnFromTheLedger() {
        LearnerInFlight learner = ann(attempt(7, CREATE_USER, null, NOW, FailureClass.UNAVAILABLE));

        assertThat(learner.begin(CREATE_USER, null, NOW).number()).isEqualTo(8);
    }

    @Test
    void givesTheNumberOfAnAttemptThatNeverEndedToTheNext() {
        LearnerInFlight learner = ann();

        learner.begin(FIND_USER, null, NOW);

        assertThat(learner.begin(FIND_USER, null, NOW).number()).isEqualTo(1);
        assertThat(learner.current().call()).isEqualTo(FIND_USER);
    }

    @Test
    void hasNoCurrentAttemptBetweenAttempts() {
        LearnerInFlight learner = ann();

        learner.ended(learner.begin(FIND_USER, null, NOW).succeeded(NOW, 200, "gw"));

        assertThat(learner.current()).isNull();
    }

    @Test
    void findsTheLastAttemptOfACallForAnEnrolment() {
        LearnerInFlight learner = ann(
                attempt(1, ENROL_USER, WELCOME, NOW, FailureClass.INDEXING_LAG),
                attempt(2, ENROL_USER, WELCOME, NOW, FailureClass.THROTTLED),
                attempt(3, ENROL_USER, SAFETY, NOW, FailureClass.REJECTED),
                attempt(4, FIND_ENROLMENT, WELCOME, NOW, null));

        assertThat(learner.last(ENROL_USER, WELCOME).number()).isEqualTo(2);
        assertThat(learner.last(ENROL_USER, SAFETY).number()).isEqualTo(3);
        assertThat(learner.last(ENROL_USER, null)).isNull();
        assertThat(learner.last(CREATE_USER, null)).isNull();
    }

    @Test
    void countsAttemptsFromTheReopeningOn() {
        LearnerInFlight learner = ann(
                attempt(1, ENROL_USER, WELCOME, BEFORE, FailureClass.INDEXING_LAG),
                attempt(2, ENROL_USER, WELCOME, RETRY_FROM, FailureClass.INDEXING_LAG),
                attempt(3, ENROL_USER, WELCOME, NOW, FailureClass.THROTTLED));

        assertThat(learner.countedAttempts(attempt -> attempt.failureClass() == FailureClass.INDEXING_LAG))
                .extracting(Attempt::number)
                .containsExactly(2);
    }

    @Test
    void looksBeforeNoFirstCall() {
        LearnerInFlight learner = ann(attempt(1, ENROL_USER, SAFETY, NOW, FailureClass.UNKNOWN_OUTCOME));

        assertThat(learner.mustLookBefore(CREATE_USER, null)).isFalse();
        assertThat(learner.mustLookBefore(ENROL_USER, WELCOME)).isFalse();
    }

    @Test
    void looksWhenAnIntentHasNoOutcome() {
        LearnerInFlight learner = ann(Attempt.started(1, CREATE_USER, null, NOW));

        assertThat(learner.mustLookBefore(CREATE_USER, null)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_OUTCOME", "DUPLICATE_USER", "ALREADY_ENROLLED", "UNRECOGNISED"})
    void looksWhenTheLastCallMayHaveBeenApplied(FailureClass failureClass) {
        assertThat(ann(attempt(1, ENROL_USER, WELCOME, NOW, failureClass)).mustLookBefore(ENROL_USER, WELCOME))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNKNOWN_OUTCOME", "DUPLICATE_USER", "ALREADY_ENROLLED", "UNRECOGNISED"})
    void doesNotLookWhenTheLastCallWasNotApplied(FailureClass failureClass) {
        assertThat(ann(attempt(1, ENROL_USER, WELCOME, NOW, failureClass)).mustLookBefore(ENROL_USER, WELCOME))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void looksBeforeRepeatingWhatPeopleHadInTheirHands(FailureClass failureClass) {
        assertThat(ann(attempt(1, ENROL_USER, WELCOME, BEFORE, failureClass)).mustLookBefore(ENROL_USER, WELCOME))
                .isTrue();
    }

    @Test
    void countsOnlyAttemptsSinceTheWorkWasOpenedAgain() {
        assertThat(ann().counts(attempt(1, CREATE_USER, null, BEFORE, FailureClass.DUPLICATE_USER)))
                .isFalse();
        assertThat(ann().counts(attempt(2, ENROL_USER, WELCOME, RETRY_FROM, FailureClass.ALREADY_ENROLLED)))
                .isTrue();
    }

    @Test
    void takesOnlyAnAnsweredLookForALook() {
        assertThat(ann().hasLookedFor(WELCOME)).isFalse();
        assertThat(ann(attempt(1, FIND_ENROLMENT, WELCOME, NOW, FailureClass.UNAVAILABLE))
                        .hasLookedFor(WELCOME))
                .isFalse();
        assertThat(ann(attempt(1, FIND_ENROLMENT, WELCOME, BEFORE, null)).hasLookedFor(WELCOME))
                .isFalse();
        assertThat(ann(attempt(1, FIND_ENROLMENT, SAFETY, NOW, null)).hasLookedFor(WELCOME))
                .isFalse();
        assertThat(ann(attempt(1, FIND_ENROLMENT, WELCOME, NOW, null)).hasLookedFor(WELCOME))
                .isTrue();
    }

    @Test
    void waitsForTheLatestDueTime() {
        LearnerInFlight learner = ann();

        learner.parkUntil(NOW + 60_000);
        learner.parkUntil(NOW + 2_000);

        assertThat(learner.dueAt()).isEqualTo(NOW + 60_000);
    }

    @Test
    void knowsTheUserOnceToldOf() {
        LearnerInFlight learner = ann();
        assertThat(learner.isCreated()).isFalse();

        learner.userKnown("4711", NOW, true);

        assertThat(learner.isCreated()).isTrue();
        assertThat(learner.isLinked()).isTrue();
        assertThat(learner.createdAt()).isEqualTo(NOW);
    }
}
