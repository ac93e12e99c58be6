package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is handed out before their day. */
class StartDateTest extends LedgerTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private long now;

    @BeforeEach
    void prepare() {
        now = ledger.clock().millis();
    }

    @Test
    void aUserIsCreatedOnTheDay() {
        ledger.accept("b1", person(2, "ann", inDays(1), WELCOME));

        ledger.clock().advance(DAY - 1);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(1);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(WELCOME);
    }

    @Test
    void anEnrolmentIsMadeOnTheDay() {
        ledger.accept("b1", person(2, "ann", enrolmentsInDays(1), WELCOME));
        createAndHandBack("ann");

        ledger.clock().advance(DAY - 1);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(1);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(WELCOME);
    }

    @Test
    void theDaySurvivesARestart() throws IOException {
        ledger.accept("b1", person(2, "ann", inDays(1), WELCOME), person(3, "bob", enrolmentsInDays(1), WELCOME));
        ledger.claim();
        ledger.created("bob", "id-bob");

        ledger.restart();

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(DAY);
        assertThat(ledger.claim()).hasSize(2);
    }

    @Test
    void onlyWhatIsDueIsHandedOut() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.accept("b2", person(2, "ann", enrolmentsInDays(1), SAFETY));
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(WELCOME);
        ledger.created("ann", "id-ann");

        assertThat(ledger.enrolled("ann", WELCOME)).isFalse();
    }

    @Test
    void aFinishedLearnerWaitsForALaterEnrolment() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        finish("ann");

        ledger.accept("b2", person(2, "ann", inDays(2), SAFETY));

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(2 * DAY);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void whoWaitsForALaterEnrolmentGetsOneForTodayToday() {
        ledger.accept("b1", person(2, "ann", enrolmentsInDays(2), WELCOME));
        createAndHandBack("ann");

        ledger.accept("b2", person(2, "ann", SAFETY));

        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void aLaterRowMovesTheDayAndCorrectsThePerson() {
        ledger.accept("b1", person(2, "E-17", "an@example.com", WELCOME));
        ledger.accept("b1", person(3, "ann", inDays(1), WELCOME));

        ledger.accept("b2", person(7, "ann", inDays(3), WELCOME));

        ledger.claim();
        ledger.clock().advance(2 * DAY);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(DAY);
        LearnerInFlight ann = onlyOne(ledger.claim());
        assertThat(ann.learner().batch()).isEqualTo("b2");
        assertThat(ann.learner().rowNumber()).isEqualTo(7);
    }

    @Test
    void aLaterRowWithoutADayStartsAtOnce() {
        ledger.accept("b1", person(2, "ann", inDays(1), WELCOME));

        ledger.accept("b2", person(2, "ann", WELCOME));

        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(WELCOME);
    }

    @Test
    void aLaterRowMovesTheDayOfAnEnrolment() {
        ledger.accept("b1", person(2, "ann", enrolmentsInDays(3), WELCOME));
        createAndHandBack("ann");

        ledger.accept("b2", person(2, "ann", enrolmentsInDays(1), WELCOME));

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(DAY);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(WELCOME);
    }

    @Test
    void ofSeveralRowsOfAnInputTheEarliestDayCounts() {
        ledger.accept("b1", person(2, "ann", inDays(3), WELCOME), person(3, "ann", inDays(1), SAFETY));
        ledger.accept("b1", person(2, "ann", inDays(3), WELCOME), person(3, "ann", inDays(1), SAFETY));

        ledger.clock().advance(DAY);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void theSameInputReadAgainMovesNothing() {
        ledger.accept("b1", person(2, "ann", inDays(1), WELCOME));
        ledger.clock().advance(DAY / 2);

        ledger.accept("b1", person(2, "ann", inDays(1), WELCOME));

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(DAY / 2);
        assertThat(ledger.claim()).hasSize(1);
    }

    @Test
    void aLaterRowDoesNotCutAnotherWaitShort() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = onlyOne(ledger.claim());
        ledger.created("ann", "id-ann");
        ledger.tried(ann);
        ann.parkUntil(now + DAY);
        ledger.due().takeBack(ann, Exchanges.through());
        ledger.flush();

        ledger.accept("b2", person(2, "ann", SAFETY));

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(DAY);
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactlyInAnyOrder(WELCOME, SAFETY);
    }

    private void createAndHandBack(String key) {
        LearnerInFlight learner = onlyOne(ledger.claim());
        assertThat(learner.learner().enrolments()).isEmpty();
        ledger.created(key, "id-" + key);
        ledger.tried(learner);
        ledger.due().takeBack(learner, Exchanges.through());
        ledger.flush();
    }

    private void finish(String key) {
        ledger.claim();
        ledger.created(key, "id-" + key);
        assertThat(ledger.enrolled(key, WELCOME)).isTrue();
    }

    private Start inDays(int days) {
        return new Start(now + days * DAY, now + days * DAY);
    }

    private Start enrolmentsInDays(int days) {
        return new Start(0, now + days * DAY);
    }

    private static LearnerInFlight onlyOne(List<LearnerInFlight> claimed) {
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }
}
