package org.almbridge.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.almbridge.SteppedClock;
import org.almbridge.lag.LagIncident.Acceptance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the index is held to have stopped, and who is let through until it is back. */
class LagIncidentTest {

    private static final long WINDOW_MS = 120_000;
    private static final long OVERDUE_MS = 10_000;

    private final SteppedClock clock = new SteppedClock();
    private final LagIncident incident = new LagIncident(clock, WINDOW_MS, () -> OVERDUE_MS);

    private long created(long agoMs) {
        return clock.millis() - agoMs;
    }

    private void open() {
        incident.probeFailed("a", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 1), clock.millis());
        assertThat(incident.probeFailed("c", created(OVERDUE_MS + 1), clock.millis()))
                .isTrue();
    }

    /** A bridge that stood still reads the answers late; what they say is as old as the calls. */
    @Test
    void anAnswerThatIsReadLateMakesNobodyOverdue() {
        for (String learner : new String[] {"a", "b", "c"}) {
            assertThat(incident.probeFailed(learner, created(OVERDUE_MS + 5_000), clock.millis() - 5_000))
                    .isFalse();
        }
        assertThat(incident.isOpen()).isFalse();
    }

    @Test
    void threeOverdueLearnersOpenItOnce() {
        open();

        assertThat(incident.isOpen()).isTrue();
        assertThat(incident.openedAt()).isEqualTo(clock.millis());
        assertThat(incident.probeFailed("d", created(OVERDUE_MS + 1), clock.millis()))
                .isFalse();
    }

    @Test
    void twoDoNot() {
        incident.probeFailed("a", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 5_000), clock.millis());

        assertThat(incident.isOpen()).isFalse();
    }

    @Test
    void whoIsNotOverdueDoesNotCount() {
        incident.probeFailed("a", created(OVERDUE_MS), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("c", created(OVERDUE_MS + 1), clock.millis());

        assertThat(incident.isOpen()).isFalse();
    }

    /** Whoever is refused long after the window is refused for another reason. */
    @Test
    void whoIsNoLongerYoungDoesNotCount() {
        incident.probeFailed("a", created(WINDOW_MS + 1), clock.millis());
        incident.probeFailed("b", created(WINDOW_MS + 1), clock.millis());
        incident.probeFailed("c", created(WINDOW_MS + 1), clock.millis());

        assertThat(incident.isOpen()).isFalse();
    }

    @Test
    void anAcceptedYoungUserStartsTheCountAnew() {
        incident.probeFailed("a", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 1), clock.millis());
        assertThat(incident.accepted(created(1_500))).isEqualTo(new Acceptance(false, true));
        incident.probeFailed("c", created(OVERDUE_MS + 1), clock.millis());

        assertThat(incident.isOpen()).isFalse();
    }

    @Test
    void anOldUserProvesNothing() {
        incident.probeFailed("a", created(OVERDUE_MS + 1), clock.millis());
        incident.probeFailed("b", created(OVERDUE_MS + 1), clock.millis());
        incident.accepted(created(WINDOW_MS + 1));
        incident.probeFailed("c", created(OVERDUE_MS + 1), clock.millis());

        assertThat(incident.isOpen()).isTrue();
        assertThat(incident.accepted(created(WINDOW_MS + 1))).isEqualTo(new Acceptance(false, false));
        assertThat(incident.isOpen()).isTrue();
    }

    @Test
    void aCanaryIsGrantedLessThanOnceAMinute() {
        open();
        List<Long> granted = new ArrayList<>();
        for (long second = 1; second <= 600; second++) {
            clock.advance(1_000);
            boolean due = incident.isCanaryDue();
            assertThat(incident.takeCanary()).isEqualTo(due);
            assertThat(incident.takeCanary()).isFalse();
            if (due) {
                granted.add(second);
            }
        }

        assertThat(granted).containsExactly(2L, 8L, 26L, 80L, 170L, 260L, 350L, 440L, 530L);
    }

    @Test
    void aLateCanaryIsNotMadeUpFor() {
        open();
        clock.advance(300_000);

        assertThat(incident.takeCanary()).isTrue();
        assertThat(incident.takeCanary()).isFalse();
        assertThat(incident.canaryDueAt()).isEqualTo(clock.millis() + 6_000);
    }

    @Test
    void noCanaryWithoutAnIncident() {
        clock.advance(1_000_000);

        assertThat(incident.isCanaryDue()).isFalse();
        assertThat(incident.takeCanary()).isFalse();
        assertThat(incident.canaryDueAt()).isZero();
    }

    @Test
    void theFirstAcceptedUserEndsItAndCounts() {
        open();
        clock.advance(30_000);

        assertThat(incident.accepted(created(40_000))).isEqualTo(new Acceptance(true, true));
        assertThat(incident.isOpen()).isFalse();
        assertThat(incident.endedAt()).isEqualTo(clock.millis());
    }

    @Test
    void theUserWhoEndsALongOneDoesNotCount() {
        open();
        clock.advance(WINDOW_MS);

        assertThat(incident.accepted(created(WINDOW_MS + 5_000))).isEqualTo(new Acceptance(true, false));
    }

    @Test
    void whoWasCreatedBeforeTheEndDoesNotCountAfterIt() {
        open();
        clock.advance(30_000);
        incident.accepted(created(40_000));
        clock.advance(1_000);

        assertThat(incident.accepted(created(2_000))).isEqualTo(new Acceptance(false, false));
        assertThat(incident.accepted(created(1_000))).isEqualTo(new Acceptance(false, true));
    }

    @Test
    void nobodyAgesDuringIt() {
        long createdAt = created(OVERDUE_MS + 1);
        open();
        clock.advance(10 * WINDOW_MS);
        assertThat(incident.isYoung(createdAt)).isTrue();
        assertThat(incident.youngSince(createdAt)).isEqualTo(clock.millis());

        incident.accepted(createdAt);
        clock.advance(WINDOW_MS);
        assertThat(incident.isYoung(createdAt)).isTrue();
        assertThat(incident.youngSince(createdAt)).isEqualTo(incident.endedAt());

        clock.advance(1);
        assertThat(incident.isYoung(createdAt)).isFalse();
    }

    /** Those who were held are old by the clock; their first refusal after the end says nothing yet. */
    @Test
    void theEndGivesTheHeldUsersTimeAgain() {
        long createdAt = created(OVERDUE_MS + 1);
        open();
        clock.advance(60_000);
        incident.accepted(createdAt);
        clock.advance(1_000);

        incident.probeFailed("a", createdAt, clock.millis());
        incident.probeFailed("b", createdAt, clock.millis());
        incident.probeFailed("c", createdAt, clock.millis());

        assertThat(incident.isOpen()).isFalse();
    }

    @Test
    void anOpenOneSurvivesARestartWithItsSchedule() {
        open();
        clock.advance(100_000);
        LagIncident restarted = new LagIncident(clock, WINDOW_MS, () -> OVERDUE_MS);

        assertThat(restarted.restore(incident.snapshot())).isTrue();

        assertThat(restarted.isOpen()).isTrue();
        assertThat(restarted.openedAt()).isEqualTo(incident.openedAt());
        assertThat(restarted.canaryDueAt()).isEqualTo(incident.openedAt() + 170_000);
    }

    @Test
    void theEndSurvivesARestart() {
        open();
        clock.advance(5_000);
        incident.accepted(created(6_000));
        LagIncident restarted = new LagIncident(clock, WINDOW_MS, () -> OVERDUE_MS);

        assertThat(restarted.restore(incident.snapshot())).isTrue();

        assertThat(restarted.isOpen()).isFalse();
        assertThat(restarted.endedAt()).isEqualTo(incident.endedAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1;open", "2;open;1;2", "1;open;x;2", "1;open;1;", "1;half;1;2"})
    void aDamagedSnapshotChangesNothing(String snapshot) {
        assertThat(incident.restore(snapshot)).isFalse();
        assertThat(incident.isOpen()).isFalse();
        assertThat(incident.openedAt()).isZero();
        assertThat(incident.endedAt()).isZero();
    }
}
