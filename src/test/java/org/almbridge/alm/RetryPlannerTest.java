package org.almbridge.alm;

import static org.almbridge.learner.FailureClass.DUPLICATE_USER;
import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.FailureClass.THROTTLED;
import static org.almbridge.learner.FailureClass.UNAUTHORISED;
import static org.almbridge.learner.FailureClass.UNAVAILABLE;
import static org.almbridge.learner.FailureClass.UNKNOWN_OUTCOME;
import static org.almbridge.learner.FailureClass.UNRECOGNISED;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.BridgeConfig;
import org.almbridge.BridgeConfig.Retry.Strategy;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.alm.Retry.Verdict;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPlannerTest {

    private static final Retry LEFT_TO_CAMEL = new Retry(Verdict.REDELIVER, null);
    private static final int NOT_CAMELS = 99;
    private static final long A_DAY = 86_400_000;

    private final SteppedClock clock = new SteppedClock();
    private final LearnerInFlight learner = learner(SteppedClock.START);
    private final Outage outage = new Outage(TestConfig.bridge(), clock);
    private RetryPlanner planner = planner();

    @Test
    void leavesTheBackOffToCamel() {
        assertThat(failsForThe(1, INDEXING_LAG)).isEqualTo(LEFT_TO_CAMEL);
        assertThat(failsForThe(2, INDEXING_LAG)).isEqualTo(LEFT_TO_CAMEL);
        assertThat(failsForThe(3, INDEXING_LAG)).isEqualTo(LEFT_TO_CAMEL);
    }

    @Test
    void setsTheBackOffWhenCamelHasNotSeenAllTries() {
        assertThat(fails(INDEXING_LAG, null, NOT_CAMELS)).isEqualTo(redeliverAfter(2_000));
        assertThat(fails(INDEXING_LAG, null, NOT_CAMELS)).isEqualTo(redeliverAfter(4_000));
        assertThat(fails(INDEXING_LAG, null, NOT_CAMELS)).isEqualTo(redeliverAfter(8_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPONENTIAL", "FIXED"})
    void givesUpWithTheLastAttemptAndNotBefore(Strategy strategy) {
        planner = planner("retry.strategy", strategy.name(), "retry.max-attempts", "4");

        assertThat(fails(INDEXING_LAG).verdict()).isEqualTo(Verdict.REDELIVER);
        assertThat(fails(INDEXING_LAG).verdict()).isEqualTo(Verdict.REDELIVER);
        assertThat(fails(INDEXING_LAG).verdict()).isEqualTo(Verdict.REDELIVER);
        assertThat(fails(INDEXING_LAG)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void givesUpAtOnceWhenOneAttemptIsAll() {
        planner = planner("retry.max-attempts", "1");

        assertThat(fails(INDEXING_LAG)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void waitsTheSameTimeAgainWhenFixed() {
        planner = planner("retry.strategy", "fixed", "retry.fixed-delay-ms", "700");

        assertThat(failsForThe(1, INDEXING_LAG)).isEqualTo(redeliverAfter(700));
        assertThat(failsForThe(2, INDEXING_LAG)).isEqualTo(redeliverAfter(700));
    }

    @Test
    void triesWhenTheIndexMostLikelyKnowsTheUser() {
        planner = planner("retry.strategy", "learned");
        clock.advance(1_500);

        Retry next = fails(INDEXING_LAG);

        assertThat(next.verdict()).isEqualTo(Verdict.REDELIVER);
        assertThat(next.delayMs()).as("a lag of 1 to 2 s is assumed").isBetween(1L, 600L);
    }

    @Test
    void triesOnceMoreBeforeTheWindowEndsHoweverManyAttemptsThereWere() {
        planner = planner("retry.strategy", "learned");
        for (int i = 0; i < 20; i++) {
            fails(INDEXING_LAG);
        }

        clock.advance(118_990);
        assertThat(fails(INDEXING_LAG)).isEqualTo(redeliverAfter(10));
        clock.advance(10);
        assertThat(fails(INDEXING_LAG)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void believesAReadOnlyAfterAWhile() {
        planner = planner("retry.max-attempts", "1");
        fails(UNKNOWN_OUTCOME);
        clock.advance(2_000);

        Attempt lookUp = learner.begin(AlmCall.FIND_ENROLMENT, WELCOME, clock.millis())
                .failed(clock.millis(), 404, INDEXING_LAG, "gw", "not shown");
        learner.ended(lookUp);

        assertThat(planner.next(learner, lookUp, failure(INDEXING_LAG, null), 1).delayMs())
                .as("twice the lag that few exceed, from the call that was not answered")
                .isBetween(1_800L, 2_200L);
    }

    @Test
    void countsNoLookUpThatShowsNothingYet() {
        for (int i = 0; i < 5; i++) {
            learner.ended(learner.begin(AlmCall.FIND_ENROLMENT, WELCOME, clock.millis())
                    .failed(clock.millis(), 404, INDEXING_LAG, "gw", "not shown"));
        }

        assertThat(failsForThe(1, INDEXING_LAG)).isEqualTo(LEFT_TO_CAMEL);
    }

    @Test
    void forgetsWhatWasBeforeTheReopening() {
        LearnerInFlight reopened = learner(SteppedClock.START + 100);
        for (int i = 0; i < 5; i++) {
            fail(reopened, INDEXING_LAG, WELCOME);
        }
        clock.advance(100);

        Attempt failed = fail(reopened, INDEXING_LAG, WELCOME);

        assertThat(planner.next(reopened, failed, failure(INDEXING_LAG, null), 1))
                .isEqualTo(LEFT_TO_CAMEL);
    }

    @Test
    void countsTheAttemptsOfEachEnrolmentAlone() {
        for (int i = 0; i < 3; i++) {
            fail(learner, INDEXING_LAG, SAFETY);
        }

        assertThat(failsForThe(1, INDEXING_LAG)).isEqualTo(LEFT_TO_CAMEL);
    }

    @Test
    void throttlingCostsNoAttempt() {
        for (int i = 0; i < 3; i++) {
            fails(INDEXING_LAG);
        }
        fails(THROTTLED);
        assertThat(fails(INDEXING_LAG)).isEqualTo(Retry.GIVE_UP);

        LearnerInFlight throttled = learner(SteppedClock.START);
        for (int i = 0; i < 50; i++) {
            fail(throttled, THROTTLED, WELCOME);
        }
        Attempt lag = fail(throttled, INDEXING_LAG, WELCOME);
        assertThat(planner.next(throttled, lag, failure(INDEXING_LAG, null), NOT_CAMELS))
                .isEqualTo(redeliverAfter(2_000));
    }

    @Test
    void neverGivesUpForAQuota() {
        fails(THROTTLED);
        clock.advance(10 * A_DAY);

        assertThat(fails(THROTTLED).verdict()).isNotEqualTo(Verdict.GIVE_UP);
    }

    @Test
    void repeatsACallAtOnceWithTheNextTokenAndNeverGivesUp() {
        assertThat(fails(UNAUTHORISED)).isEqualTo(redeliverAfter(0));
        assertThat(fails(UNAUTHORISED)).isEqualTo(redeliverAfter(2_000));
        for (int i = 0; i < 50; i++) {
            clock.advance(A_DAY);
            assertThat(fails(UNAUTHORISED).verdict()).isNotEqualTo(Verdict.GIVE_UP);
        }
    }

    @Test
    void countsARefusedTokenAgainstNoOtherLimit() {
        for (int i = 0; i < 50; i++) {
            fails(UNAUTHORISED);
        }

        assertThat(fails(INDEXING_LAG)).isEqualTo(redeliverAfter(2_000));
    }

    @Test
    void leavesTheWaitToDispatchWhileAlmAcceptsNoToken() {
        planner = new RetryPlanner(TestConfig.bridge(), IndexLags.unknown(clock), outage, () -> true, clock);

        assertThat(fails(UNAUTHORISED)).isEqualTo(new Retry(Verdict.PARK, 0L));
        assertThat(fails(UNAUTHORISED)).isEqualTo(new Retry(Verdict.PARK, 0L));
    }

    @ParameterizedTest
    @EnumSource(names = {"THROTTLED", "UNAVAILABLE", "UNKNOWN_OUTCOME"})
    void waitsAsLongAsAlmAsks(FailureClass failureClass) {
        assertThat(fails(failureClass, 7_300L, 1)).isEqualTo(redeliverAfter(7_300));
        assertThat(fails(failureClass, 42_000L, 2)).isEqualTo(new Retry(Verdict.PARK, 42_000L));
    }

    @Test
    void waitsInTheLedgerWhileAlmIsDown() {
        for (int i = 0; i < 11; i++) {
            outage.failed(UNAVAILABLE);
        }

        assertThat(fails(UNAVAILABLE, null, 1)).isEqualTo(new Retry(Verdict.PARK, 2_000L));
        assertThat(fails(UNAVAILABLE, 7_300L, 1)).isEqualTo(new Retry(Verdict.PARK, 7_300L));
    }

    @Test
    void backsOffWhenAlmAsksForNoWait() {
        assertThat(fails(THROTTLED, 0L, 1)).isEqualTo(LEFT_TO_CAMEL);
        assertThat(fails(THROTTLED, 0L, NOT_CAMELS)).isEqualTo(redeliverAfter(4_000));
    }

    @ParameterizedTest
    @CsvSource({"10000, REDELIVER", "10001, PARK"})
    void parksWhoWouldWaitTooLong(long delayMs, Verdict verdict) {
        assertThat(fails(THROTTLED, delayMs, 1)).isEqualTo(new Retry(verdict, delayMs));
    }

    @Test
    void parksByTheBackOffEvenWhereCamelCouldWait() {
        failsForThe(1, UNAVAILABLE);
        failsForThe(2, UNAVAILABLE);
        assertThat(failsForThe(3, UNAVAILABLE)).isEqualTo(LEFT_TO_CAMEL);
        assertThat(failsForThe(4, UNAVAILABLE)).isEqualTo(new Retry(Verdict.PARK, 16_000L));
    }

    @Test
    void neverWaitsLongerThanTheLongestDelay() {
        Retry last = null;
        for (int i = 0; i < 2_000; i++) {
            last = fails(UNAVAILABLE);
        }

        assertThat(last).isEqualTo(new Retry(Verdict.PARK, 60_000L));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "UNKNOWN_OUTCOME"})
    void givesUpAnAlmThatStaysDown(FailureClass failureClass) {
        fails(failureClass);
        clock.advance(A_DAY - 1);
        assertThat(fails(failureClass).verdict()).isNotEqualTo(Verdict.GIVE_UP);
        clock.advance(1);

        assertThat(fails(failureClass)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void givesAnUnrecognisedAnswerTwoMoreTries() {
        assertThat(fails(UNRECOGNISED)).isEqualTo(redeliverAfter(2_000));
        assertThat(fails(UNRECOGNISED)).isEqualTo(redeliverAfter(4_000));
        assertThat(fails(UNRECOGNISED)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void givesARejectionNoFurtherTry() {
        assertThat(fails(REJECTED)).isEqualTo(Retry.GIVE_UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"DUPLICATE_USER", "ALREADY_ENROLLED"})
    void looksAtOnceForWhatIsThereAndThenBacksOff(FailureClass failureClass) {
        assertThat(fails(failureClass)).isEqualTo(redeliverAfter(0));
        assertThat(fails(failureClass)).isEqualTo(redeliverAfter(2_000));
        assertThat(fails(failureClass)).isEqualTo(redeliverAfter(4_000));
    }

    @Test
    void stopsLookingWhenTheIndexCannotLagAnyMore() {
        fails(DUPLICATE_USER);
        clock.advance(119_999);
        assertThat(fails(DUPLICATE_USER).verdict()).isEqualTo(Verdict.REDELIVER);
        clock.advance(1);

        assertThat(fails(DUPLICATE_USER)).isEqualTo(Retry.GIVE_UP);
    }

    @Test
    void keepsTheClassesApart() {
        fails(UNKNOWN_OUTCOME);
        fails(THROTTLED);

        assertThat(fails(UNAVAILABLE, null, NOT_CAMELS)).isEqualTo(redeliverAfter(2_000));
    }

    private RetryPlanner planner(String... keysAndValues) {
        List<String> all = new ArrayList<>(List.of("retry.strategy", "exponential"));
        all.addAll(List.of(keysAndValues));
        BridgeConfig config = TestConfig.bridge(all.toArray(String[]::new));
        return new RetryPlanner(
                config,
                new IndexLag(config, clock, IndexLags.FORGETFUL, () -> false, List.of()),
                outage,
                () -> false,
                clock);
    }

    private static LearnerInFlight learner(long retryFrom) {
        return new LearnerInFlight(
                new Learner(
                        "ann",
                        "ann@example.com",
                        null,
                        "hr",
                        "b1",
                        2,
                        "4711",
                        SteppedClock.START,
                        false,
                        retryFrom,
                        List.of(),
                        List.of()),
                null,
                1);
    }

    private Retry fails(FailureClass failureClass) {
        return fails(failureClass, null, NOT_CAMELS);
    }

    private Retry failsForThe(int redeliveries, FailureClass failureClass) {
        return fails(failureClass, null, redeliveries);
    }

    private Retry fails(FailureClass failureClass, Long retryAfterMs, int redeliveries) {
        Attempt failed = fail(learner, failureClass, WELCOME);
        return planner.next(learner, failed, failure(failureClass, retryAfterMs), redeliveries);
    }

    private Attempt fail(LearnerInFlight who, FailureClass failureClass, Enrolment enrolment) {
        Attempt failed = who.begin(AlmCall.ENROL_USER, enrolment, clock.millis())
                .failed(clock.millis(), 400, failureClass, "gw", "{}");
        who.ended(failed);
        return failed;
    }

    private static AlmFailure failure(FailureClass failureClass, Long retryAfterMs) {
        return new AlmFailure(failureClass, 400, "gw", "{}", retryAfterMs);
    }

    private static Retry redeliverAfter(long delayMs) {
        return new Retry(Verdict.REDELIVER, delayMs);
    }
}
