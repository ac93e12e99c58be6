package org.almbridge.alm;

import static org.almbridge.learner.FailureClass.UNAVAILABLE;
import static org.almbridge.learner.FailureClass.UNKNOWN_OUTCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.call.AnswerHead;
import org.almbridge.learner.FailureClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    private static final int MOST = 500;
    private static final int HALF = 10;

    private final SteppedClock clock = new SteppedClock();
    private final Outage outage = new Outage(TestConfig.bridge(), clock);

    @Test
    void isOnWhenMoreThanHalfOfTheLastCallsFailed() {
        fail(HALF);
        assertThat(outage.isOn()).isFalse();

        outage.failed(UNKNOWN_OUTCOME);
        assertThat(outage.isOn()).isTrue();
    }

    @Test
    void looksAtTheLastCallsOnly() {
        for (int i = 0; i < 5 * HALF; i++) {
            fail(1);
            answer(200);
        }
        fail(1);
        assertThat(outage.isOn()).isFalse();

        fail(1);
        assertThat(outage.isOn()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"UNAVAILABLE", "UNKNOWN_OUTCOME"})
    void isNoMatterOfOtherFailures(FailureClass failureClass) {
        for (int i = 0; i < 5 * HALF; i++) {
            outage.failed(failureClass);
        }

        assertThat(outage.isOn()).isFalse();
    }

    @Test
    void letsOneLearnerAskAfterEachStepOfTheBackOff() {
        goDown();
        List<Long> probes = new ArrayList<>();
        for (long second = 1; second <= 300; second++) {
            clock.advance(1_000);
            if (claim() > 0) {
                probes.add(second);
            }
        }

        assertThat(probes).startsWith(2L, 6L, 14L, 30L, 62L, 122L, 182L);
    }

    @Test
    void letsOneLearnerAskWhateverTheirState() {
        goDown();
        clock.advance(2_000);

        assertThat(outage.created(MOST)).isEqualTo(1);
        outage.handedOut(0);
        assertThat(outage.fresh(MOST)).isEqualTo(1);
        outage.handedOut(1);
        assertThat(outage.fresh(MOST)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 429})
    void isOverWithTheFirstAnswer(int status) {
        goDown();

        answer(status);

        assertThat(outage.isOn()).isFalse();
        assertThat(outage.created(MOST)).isEqualTo(MOST);
        fail(HALF);
        assertThat(outage.isOn()).as("begins to count anew").isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void isNotOverWithAServersError(int status) {
        goDown();

        answer(status);

        assertThat(outage.isOn()).isTrue();
    }

    private void goDown() {
        fail(HALF + 1);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            outage.failed(UNAVAILABLE);
        }
    }

    private void answer(int status) {
        outage.answered(new AnswerHead("GET", null, status, name -> null));
    }

    private int claim() {
        int created = outage.created(MOST);
        outage.handedOut(created);
        return created;
    }
}
