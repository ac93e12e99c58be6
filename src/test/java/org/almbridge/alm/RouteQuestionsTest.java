package org.almbridge.alm;

import static org.almbridge.learner.AlmCall.CREATE_USER;
import static org.almbridge.learner.AlmCall.ENROL_USER;
import static org.almbridge.learner.AlmCall.FIND_ENROLMENT;
import static org.almbridge.learner.SampleLearners.RETRY_FROM;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.learner.SampleLearners.ann;
import static org.almbridge.learner.SampleLearners.annWith;
import static org.almbridge.learner.SampleLearners.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.almbridge.SteppedClock;
import org.almbridge.alm.Retry.Verdict;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RouteQuestionsTest {

    private static final long NOW = RETRY_FROM + 1;

    private final SteppedClock clock = new SteppedClock();
    private final RouteQuestions questions = new RouteQuestions(new FailureReader(IndexLags.unknown(clock), clock));

    @ParameterizedTest
    @EnumSource
    void everyFailureIsAnsweredByExactlyOneClause(FailureClass failureClass) {
        Exchange exchange = AlmExchanges.of(ann(), WELCOME);
        exchange.setException(new AlmAnswerException(failureClass, 400, "gw", "{}"));

        assertThat(List.of(
                        questions.indexLags(),
                        questions.almAils(),
                        questions.answerIsUnclear(),
                        questions.almRejects()))
                .filteredOn(clause -> clause.matches(exchange))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"REDELIVER, true, false", "PARK, false, false", "GIVE_UP, false, true"})
    void doesWhatWasDecided(Verdict verdict, boolean again, boolean givenUp) {
        Exchange exchange = AlmExchanges.of(ann(), WELCOME);
        InFlight.failed(exchange, null, new Retry(verdict, 1L));

        assertThat(questions.tryAgain().matches(exchange)).isEqualTo(again);
        assertThat(questions.givenUp().matches(exchange)).isEqualTo(givenUp);
    }

    @Test
    void asksForAUserOnlyWhileThereIsNone() {
        LearnerInFlight learner = ann();
        assertThat(isTrue(questions.userUnknown(), learner)).isTrue();

        learner.userKnown("4711", NOW, false);

        assertThat(isTrue(questions.userUnknown(), learner)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"managerId, 4711, true", "managerEmail, boss@example.com, true", "profile, Manager, false"})
    void resolvesAManagerOnlyForWhoNamesOne(String column, String value, boolean named) {
        assertThat(isTrue(questions.managerNamed(), annWith(Map.of(column, value), null)))
                .isEqualTo(named);
    }

    @Test
    void looksForAUserWhoMayHaveBeenCreated() {
        assertThat(isTrue(questions.userMayExist(), ann())).isFalse();
        assertThat(isTrue(questions.userMayExist(), ann(Attempt.started(1, CREATE_USER, null, NOW))))
                .isTrue();
    }

    @Test
    void doesNotLookBeforeTheFirstEnrolmentOfAUserOfOurs() {
        assertThat(isTrue(questions.enrolmentMayExist(), known(false))).isFalse();
    }

    @Test
    void looksBeforeTheFirstEnrolmentOfAUserWhoWasThereBeforeUs() {
        assertThat(isTrue(questions.enrolmentMayExist(), known(true))).isTrue();
        assertThat(isTrue(questions.enrolmentMayExist(), known(true, attempt(1, FIND_ENROLMENT, SAFETY, NOW, null))))
                .isTrue();
    }

    @Test
    void looksAgainWhenTheLookFailed() {
        LearnerInFlight learner = known(true, attempt(1, FIND_ENROLMENT, WELCOME, NOW, FailureClass.THROTTLED));

        assertThat(isTrue(questions.enrolmentMayExist(), learner)).isTrue();
    }

    @Test
    void looksOnceOnly() {
        LearnerInFlight learner = known(
                true,
                attempt(1, FIND_ENROLMENT, WELCOME, NOW, null),
                attempt(2, ENROL_USER, WELCOME, NOW, FailureClass.INDEXING_LAG));

        assertThat(isTrue(questions.enrolmentMayExist(), learner)).isFalse();
    }

    @Test
    void enrolsInWhatIsLeftOnly() {
        LearnerInFlight learner = known(false);
        assertThat(isTrue(questions.notEnrolled(), learner)).isTrue();

        learner.enrolled(WELCOME);

        assertThat(isTrue(questions.notEnrolled(), learner)).isFalse();
        assertThat(questions.enrolmentsDue().evaluate(AlmExchanges.of(learner, null), Object.class))
                .isEqualTo(List.of(WELCOME, SAFETY));
    }

    private static LearnerInFlight known(boolean linked, Attempt... attempts) {
        LearnerInFlight learner = ann(attempts);
        learner.userKnown("4711", NOW, linked);
        return learner;
    }

    private static boolean isTrue(Predicate question, LearnerInFlight learner) {
        return question.matches(AlmExchanges.of(learner, WELCOME));
    }
}
