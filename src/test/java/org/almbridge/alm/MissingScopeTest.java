package org.almbridge.alm;

import static org.assertj.core.api.Assertions.assertThat;

import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.call.AnswerHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingScopeTest {

    private static final int MOST = 500;

    private final SteppedClock clock = new SteppedClock();
    private final MissingScope scope = new MissingScope(TestConfig.bridge(), clock);

    @Test
    void slowsDispatchWhenEveryCallOfAMethodIsForbidden() {
        answers(9, "POST", 403);
        assertThat(scope.fresh(MOST)).isEqualTo(MOST);

        answers(1, "POST", 403);

        assertThat(scope.created(MOST)).isZero();
        assertThat(scope.fresh(MOST)).isZero();
    }

    @Test
    void isNotMisledByAnotherMethodThatIsAllowed() {
        for (int i = 0; i < 10; i++) {
            answers(1, "POST", 403);
            answers(1, "GET", 200);
        }

        assertThat(scope.fresh(MOST)).isZero();
    }

    @Test
    void leavesAForbiddenLearnerAmongOthersToTheirEscalation() {
        for (int i = 0; i < 20; i++) {
            answers(5, "POST", 403);
            answers(1, "POST", 200);
        }

        assertThat(scope.fresh(MOST)).isEqualTo(MOST);
    }

    @Test
    void letsOneLearnerAskAfterEachStepOfTheBackOff() {
        answers(10, "POST", 403);
        clock.advance(2_000);

        assertThat(scope.created(MOST)).isEqualTo(1);
        scope.handedOut(1);
        assertThat(scope.fresh(MOST)).isZero();
        clock.advance(4_000);
        assertThat(scope.fresh(MOST)).isEqualTo(1);
    }

    @Test
    void goesOnWithTheFirstCallThatIsAllowed() {
        answers(10, "POST", 403);

        answers(1, "POST", 200);

        assertThat(scope.fresh(MOST)).isEqualTo(MOST);
        answers(9, "POST", 403);
        assertThat(scope.fresh(MOST)).as("begins to count anew").isEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 429, 500})
    void takesAnythingButASuccessForNoPermission(int status) {
        answers(10, "POST", 403);

        answers(1, "POST", status);

        assertThat(scope.fresh(MOST)).isZero();
    }

    private void answers(int times, String method, int status) {
        for (int i = 0; i < times; i++) {
            scope.answered(new AnswerHead(method, null, status, name -> null));
        }
    }
}
