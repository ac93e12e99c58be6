package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.learner.HeldRow;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.HeldBatches.Approval;
import org.almbridge.support.LogLines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldBatchesTest extends LedgerTest {

    private HeldBatches held;

    @BeforeEach
    void prepare() {
        held = ledger.held();
        hold();
    }

    /** Two good rows and a bad one, as often as the input is read. */
    private void hold() {
        ledger.batches().open("b1", "hr-drop", "people.csv", null);
        held.hold(
                "b1",
                List.of(person(2, "ann", WELCOME), person(4, "bob", WELCOME)),
                List.of(new RejectedRow(3, List.of("no email"))));
    }

    @Test
    void keepsRowsWithoutHandingThemOut() throws SQLException {
        hold();

        assertThat(ledger.claim()).isEmpty();
        assertThat(held.rows("b1", -1, 10)).extracting(HeldRow::number).containsExactly(2, 4);
        assertThat(held.rows("b1", 2, 10))
                .singleElement()
                .satisfies(row -> assertThat(row.row()).containsEntry("email", "bob@example.com"));
        assertThat(held.rows("b1", -1, 1)).hasSize(1);
        assertThat(ledger.rejected("b1")).containsExactly("3: no email");
        assertThat(closed("too many rows")).isEqualTo(new BatchSummary(0, 0, 1, 2));
    }

    @Test
    void handsTheBatchOutOnceItIsApproved() throws SQLException {
        closed("too many rows");
        assertThat(ledger.approved().claim(1)).isEmpty();
        assertThat(held.isApproved("b1")).isFalse();

        assertThat(held.approve("b1")).isEqualTo(Approval.GIVEN);

        assertThat(held.isApproved("b1")).isTrue();
        assertThat(ledger.approved().claim(1)).containsExactly(new HeldBatch("b1", "hr-drop", "people.csv", 1));
        assertThat(ledger.approved().claim(1)).isEmpty();
        assertThat(held.approve("b1")).isEqualTo(Approval.REPEATED);
    }

    @Test
    void approvesOnlyWhatIsHeld() {
        closed(null);

        assertThat(held.approve("b1")).isEqualTo(Approval.NOT_HELD);
        assertThat(held.approve("unknown")).isEqualTo(Approval.NOT_HELD);
    }

    @Test
    void handsABatchOutAgainThatACrashInterrupted() throws IOException {
        closed("too many rows");
        held.approve("b1");
        ledger.approved().claim(1);

        ledger.restart();

        assertThat(ledger.approved().claim(1)).hasSize(1);
    }

    @Test
    void handsABatchOutAgainLaterThatCouldNotGoOn() {
        closed("too many rows");
        held.approve("b1");
        HeldBatch batch = ledger.approved().claim(1).get(0);

        LogLines log = new LogLines(ApprovedBatches.class.getName());
        log.start();
        ledger.approved().takeBack(batch, Exchanges.failedWith(new IllegalStateException("ann@example.com?")));
        log.stop();
        ledger.flush();

        assertThat(log.lines())
                .singleElement(STRING)
                .contains("people.csv from hr-drop", "IllegalStateException")
                .doesNotContain("ann@example.com");
        assertThat(ledger.approved().claim(1)).isEmpty();
        ledger.clock().advance(60_000);
        assertThat(ledger.approved().claim(1)).hasSize(1);
    }

    @Test
    void goesOnAtOnceWithABatchThatAStopInterrupted() throws IOException {
        closed("too many rows");
        held.approve("b1");
        HeldBatch batch = ledger.approved().claim(1).get(0);

        ledger.approved().takeBack(batch, Exchanges.failedWith(new RejectedExecutionException("stopping")));
        ledger.flush();
        batch = ledger.approved().claim(1).get(0);
        ledger.approved().takeBack(batch, Exchanges.failedWhileStopping(new IllegalStateException("cut short")));
        ledger.restart();

        assertThat(ledger.approved().claim(1)).containsExactly(new HeldBatch("b1", "hr-drop", "people.csv", 2));
    }

    @Test
    void isDoneWithABatchWhoseRowsHaveGoneOn() throws SQLException {
        closed("too many rows");
        held.approve("b1");
        HeldBatch batch = ledger.approved().claim(1).get(0);
        ledger.accept("b1", person(2, "ann", WELCOME), person(4, "bob", WELCOME));

        assertThat(held.released("b1")).isEqualTo(new BatchSummary(2, 0, 1, 0));
        ledger.approved().takeBack(batch, Exchanges.through());
        ledger.flush();

        ledger.clock().advance(60_000);
        assertThat(ledger.approved().claim(1)).isEmpty();
        assertThat(held.rows("b1", -1, 10)).isEmpty();
        assertThat(held.isApproved("b1")).isTrue();
    }

    @Test
    void letsGoOnWhatWasHeldAgainWhileItWasApproved() {
        closed("too many rows");
        held.approve("b1");
        held.released("b1");
        ledger.approved().takeBack(ledger.approved().claim(1).get(0), Exchanges.through());
        ledger.flush();

        hold();
        closed("too many rows");

        assertThat(ledger.approved().claim(1)).hasSize(1);
    }

    @Test
    void forgetsRowsOfAnInputThatIsNoLongerHeld() throws SQLException {
        closed("too many rows");
        ledger.accept("b1", person(2, "ann", WELCOME), person(4, "bob", WELCOME));

        assertThat(closed(null)).isEqualTo(new BatchSummary(2, 0, 1, 0));
        assertThat(held.rows("b1", -1, 10)).isEmpty();
    }

    private BatchSummary closed(String why) {
        return ledger.batches().close("b1", 3, null, why);
    }
}
