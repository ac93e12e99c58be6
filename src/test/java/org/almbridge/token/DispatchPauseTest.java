package org.almbridge.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.almbridge.SteppedClock;
import org.almbridge.TestConfig;
import org.almbridge.learner.SampleLearners;
import org.almbridge.ledger.DueLearners;
import org.almbridge.ledger.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchPauseTest {

    private static final int MOST = 5_000;

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final DispatchPause pause = new DispatchPause(TestConfig.bridge(), clock);

    @Test
    void letsEverybodyPassWhileThereIsNone() {
        pause.handedOut(500);

        assertThat(pause.created(MOST)).isEqualTo(MOST);
        assertThat(pause.fresh(MOST)).isEqualTo(MOST);
        assertThat(pause.letsCall()).isTrue();
    }

    @Test
    void handsOutTheNextLearnerAlthoughTheLastOneMadeNoCall() {
        pause.begin();
        clock.advance(2_000);
        assertThat(pause.fresh(MOST)).isEqualTo(1);
        pause.handedOut(1);
        assertThat(pause.fresh(MOST)).isZero();
        clock.advance(1_999);
        assertThat(pause.fresh(MOST)).isZero();
        clock.advance(1);

        assertThat(pause.fresh(MOST)).isEqualTo(1);
    }

    @Test
    void keepsItsTurnForALearnerWhileNobodyIsDue() {
        pause.begin();
        clock.advance(2_000);
        pause.handedOut(0);

        assertThat(pause.fresh(MOST)).isEqualTo(1);
    }

    @Test
    void stepsFromTheBeginningInTheNextPause() {
        pause.begin();
        clock.advance(2_000);
        pause.letsCall();
        pause.end();
        pause.begin();
        pause.begin();
        clock.advance(1_999);

        assertThat(pause.letsCall()).isFalse();
        clock.advance(1);
        assertThat(pause.letsCall()).isTrue();
        assertThat(pause.letsCall()).isFalse();
    }

    @Test
    void handsOutOneLearnerInAllCreatedOrNot() throws IOException {
        try (TestLedger ledger = new TestLedger(folder)) {
            DispatchPause onLedgersClock = new DispatchPause(TestConfig.bridge(), ledger.clock());
            DueLearners due = ledger.due(onLedgersClock);
            ledger.accept(
                    "b1",
                    TestLedger.person(2, "ann", SampleLearners.WELCOME),
                    TestLedger.person(3, "bob", SampleLearners.WELCOME));
            onLedgersClock.begin();
            assertThat(due.claim(500)).isEmpty();
            ledger.clock().advance(2_000);

            assertThat(due.claim(500)).hasSize(1);
            assertThat(due.claim(500)).isEmpty();
        }
    }
}
