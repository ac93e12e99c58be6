package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.almbridge.SteppedTimer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PausesTest extends LedgerTest {

    private SteppedTimer timer;
    private Pauses pauses;

    @BeforeEach
    void begin() throws SQLException {
        timer = new SteppedTimer(ledger.clock());
        pauses = pauses();
    }

    private Pauses pauses() throws SQLException {
        Pauses begun = new Pauses(ledger.database(), ledger.clock(), timer);
        begun.start(null);
        return begun;
    }

    @Test
    void handsNobodyOutUntilDispatchIsResumed() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        PausedDispatch dispatch = new PausedDispatch(pauses);

        pauses.pauseDispatch("migration", "ops");
        assertThat(ledger.due(dispatch).claim(10)).isEmpty();
        assertThat(dispatch.hold())
                .contains(new Hold(Hold.Reason.PAUSED, ledger.clock().millis()));

        pauses.resumeDispatch();
        assertThat(dispatch.hold()).isEmpty();
        assertThat(ledger.due(dispatch).claim(10)).hasSize(1);
    }

    @Test
    void survivesARestart() throws SQLException, IOException {
        pauses.pauseDispatch("migration", "ops");
        pauses.pauseSource("hr-drop", "wrong file", "hr");

        ledger.restart();

        Pauses afterwards = pauses();
        assertThat(afterwards.ofDispatch())
                .contains(new Pause("migration", "ops", ledger.clock().millis()));
        assertThat(afterwards.ofSource("hr-drop"))
                .contains(new Pause("wrong file", "hr", ledger.clock().millis()));
        assertThat(afterwards.ofSource("other")).isEmpty();
    }

    @Test
    void keepsTheFirstReason() throws SQLException {
        pauses.pauseDispatch("migration", "ops");
        ledger.clock().advance(1_000);

        Pause second = pauses.pauseDispatch("another", "hr");

        assertThat(second)
                .isEqualTo(new Pause("migration", "ops", ledger.clock().millis() - 1_000));
        assertThat(pauses.resumeDispatch()).contains(second);
        assertThat(pauses.resumeDispatch()).isEmpty();
    }

    /** Of another bridge; there is none beside a file. */
    @Test
    void isLearnedOfWithinASecond() throws SQLException {
        Pauses other = pauses();
        other.pauseDispatch("migration", "ops");
        boolean shared = store != Store.SQLITE;

        assertThat(pauses.ofDispatch()).isEmpty();
        timer.advance(Pauses.LOOK_MS);
        assertThat(pauses.ofDispatch().isPresent()).isEqualTo(shared);
    }
}
