package org.almbridge.ledger;

import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import org.almbridge.learner.Claim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationLedgerTest extends LedgerTest {

    @BeforeEach
    void claimAnn() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "4711");
    }

    @Test
    void namesAnEscalationByLearnerAndClass() {
        assertThat(EscalationLedger.id("ann", REJECTED))
                .isEqualTo("c8e7fb12-7720-35c3-beff-41032df831a1")
                .isNotEqualTo(EscalationLedger.id("ann", INDEXING_LAG))
                .isNotEqualTo(EscalationLedger.id("bob", REJECTED));
    }

    @Test
    void opensOneForALearnerAndClass() {
        ledger.escalated("ann", REJECTED, WELCOME);
        ledger.clock().advance(1_000);
        ledger.escalated("ann", REJECTED, SAFETY);

        assertThat(ledger.count("SELECT count(*) FROM escalation")).isEqualTo(1);
        assertThat(ledger.count("SELECT opened_at FROM escalation"))
                .isEqualTo(ledger.clock().millis());
        assertThat(ledger.count(
                        "SELECT count(*) FROM enrolment WHERE escalation_id = ?", EscalationLedger.id("ann", REJECTED)))
                .isEqualTo(2);
    }

    @Test
    void leavesToTheNextStartWhatAStopHasCutShort() throws IOException {
        EscalationLedger closed = ledger.escalations();
        Claim claim = ledger.claim("ann");
        ledger.restart();

        assertThat(closed.open(claim, REJECTED, null, 1).join()).isFalse();
        assertThat(ledger.claim())
                .extracting(learner -> learner.learner().key())
                .containsExactly("ann");
    }

    @Test
    void opensOneForEveryClass() {
        ledger.escalated("ann", REJECTED, WELCOME);
        ledger.escalated("ann", INDEXING_LAG, SAFETY);

        assertThat(ledger.count("SELECT count(*) FROM escalation")).isEqualTo(2);
        assertThat(ledger.text("SELECT escalation_id FROM enrolment WHERE lo_instance_id = ?", SAFETY.loInstanceId()))
                .isEqualTo(EscalationLedger.id("ann", INDEXING_LAG));
    }

    @Test
    void leavesWhatIsDoneDone() {
        ledger.enrolled("ann", WELCOME);

        ledger.escalated("ann", REJECTED, null);

        assertThat(ledger.state("ann", WELCOME)).isEqualTo("ENROLLED");
        assertThat(ledger.state("ann", SAFETY)).isEqualTo("ESCALATED");
    }

    @Test
    void isToBeToldToEveryEndpoint() {
        ledger.escalated("ann", REJECTED, WELCOME);

        assertThat(ledger.count("SELECT count(*) FROM delivery WHERE due_at IS NOT NULL AND delivered_at IS NULL"))
                .isEqualTo(2);
    }

    @Test
    void isCompleteOrNotThereAtAll() {
        ledger.database()
                .write(sql -> sql.update("ALTER TABLE delivery RENAME TO elsewhere"))
                .join();

        assertThatThrownBy(() -> ledger.escalated("ann", REJECTED, WELCOME)).hasCauseInstanceOf(SQLException.class);

        assertThat(ledger.count("SELECT count(*) FROM escalation")).isZero();
        assertThat(ledger.state("ann", WELCOME)).isEqualTo("DUE");
    }
}
