package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.junit.jupiter.api.Test;

class LearnerLedgerTest extends LedgerTest {

    @Test
    void isEnrolledWhenAllEnrolmentsAreMade() {
        claimed("ann", true);

        assertThat(ledger.created("ann", "4711")).isEqualTo(Standing.UNFINISHED);
        assertThat(ledger.enrolled("ann", WELCOME)).isFalse();
        assertThat(ledger.state("ann")).isEqualTo("CREATED");
        assertThat(ledger.enrolled("ann", SAFETY)).isTrue();
        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
        assertThat(ledger.count("SELECT finished_at FROM learner"))
                .isEqualTo(ledger.clock().millis());
    }

    @Test
    void isEscalatedWhenOneEnrolmentIs() {
        claimed("ann", true);
        ledger.created("ann", "4711");

        assertThat(ledger.escalated("ann", FailureClass.REJECTED, WELCOME)).isFalse();
        assertThat(ledger.state("ann")).isEqualTo("CREATED");
        assertThat(ledger.enrolled("ann", SAFETY)).isTrue();
        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
    }

    @Test
    void dropsAnEnrolmentFromItsEscalationOnceItIsMade() {
        claimed("ann", true);
        ledger.created("ann", "4711");
        ledger.escalated("ann", FailureClass.REJECTED, WELCOME);

        ledger.enrolled("ann", WELCOME);

        assertThat(ledger.count("SELECT count(*) FROM enrolment WHERE escalation_id IS NOT NULL"))
                .isZero();
    }

    @Test
    void isEscalatedWithAllEnrolmentsWhenTheUserCannotBeMade() {
        claimed("ann", true);

        assertThat(ledger.escalated("ann", FailureClass.REJECTED, null)).isTrue();

        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
        assertThat(ledger.state("ann", WELCOME)).isEqualTo("ESCALATED");
        assertThat(ledger.state("ann", SAFETY)).isEqualTo("ESCALATED");
    }

    @Test
    void isEscalatedWhenTheUserCannotBeMadeAndNoEnrolmentWasAskedFor() {
        claimed("ann", false);

        assertThat(ledger.escalated("ann", FailureClass.REJECTED, null)).isTrue();

        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
    }

    @Test
    void isEnrolledOnceCreatedWhenNoEnrolmentWasAskedFor() {
        claimed("ann", false);

        assertThat(ledger.created("ann", "4711")).isEqualTo(Standing.FINISHED);

        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
    }

    @Test
    void refusesAUserWhoIsAnotherLearner() {
        claimed("ann", true);
        claimed("bob", true);
        ledger.created("ann", "4711");

        assertThat(ledger.created("bob", "4711")).isEqualTo(Standing.BELONGS_TO_ANOTHER);

        assertThat(ledger.state("bob")).isEqualTo("NEW");
        assertThat(ledger.count("SELECT count(*) FROM learner WHERE learner_key = 'bob' AND alm_user_id IS NULL"))
                .isEqualTo(1);
        assertThat(ledger.count("SELECT count(*) FROM attempt WHERE learner_key = 'bob'"))
                .isZero();
    }

    @Test
    void takesTheSameUserTwice() {
        claimed("ann", true);

        ledger.created("ann", "4711");

        assertThat(ledger.created("ann", "4711")).isEqualTo(Standing.UNFINISHED);
    }

    @Test
    void remembersWhetherTheUserWasFound() {
        claimed("ann", true);
        Attempt outcome = Attempt.started(1, AlmCall.FIND_USER, null, 10).succeeded(20, 200, "gw");

        ledger.learners().userKnown(ledger.claim("ann"), outcome, "4711", true).join();

        assertThat(ledger.count("SELECT linked FROM learner")).isEqualTo(1);
        assertThat(ledger.count("SELECT created_at FROM learner")).isEqualTo(20);
    }

    @Test
    void completesAnIntentByItsOutcome() {
        claimed("ann", false);
        Attempt intent = Attempt.started(1, AlmCall.CREATE_USER, null, 10);

        ledger.learners().attempted(ledger.claim("ann"), intent);
        ledger.learners()
                .attempted(ledger.claim("ann"), intent.failed(20, 503, FailureClass.UNAVAILABLE, "gw-1", "down"))
                .join();

        assertThat(ledger.count("SELECT count(*) FROM attempt")).isEqualTo(1);
        assertThat(ledger.text("SELECT started_at || ' ' || ended_at || ' ' || status || ' ' || failure_class || ' '"
                        + " || request_id || ' ' || body FROM attempt"))
                .isEqualTo("10 20 503 UNAVAILABLE gw-1 down");
    }

    @Test
    void keepsWhatIsNotKnownUnknown() throws IOException {
        claimed("ann", false);
        Attempt intent = Attempt.started(1, AlmCall.CREATE_USER, null, 10);

        ledger.learners().attempted(ledger.claim("ann"), intent).join();

        ledger.restart();
        assertThat(ledger.claim().get(0).learner().attempts()).containsExactly(intent);
    }

    private void claimed(String key, boolean withEnrolments) {
        ledger.accept("b1", withEnrolments ? person(2, key, WELCOME, SAFETY) : person(2, key));
        ledger.claim();
    }
}
