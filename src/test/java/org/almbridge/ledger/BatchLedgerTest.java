package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.Start;
import org.junit.jupiter.api.Test;

class BatchLedgerTest extends LedgerTest {

    private static final Enrolment HYGIENE = new Enrolment("course:3", "course:3_30");

    @Test
    void keepsEverythingAboutANewLearner() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));

        Learner ann = ledger.claim().get(0).learner();
        assertThat(ann)
                .extracting(Learner::key, Learner::email, Learner::source, Learner::batch, Learner::rowNumber)
                .containsExactly("ann", "ann@example.com", "hr-drop", "b1", 2);
        assertThat(ann.row()).containsEntry("email", "ann@example.com").containsEntry("name", "ann");
        assertThat(ann.enrolments()).containsExactlyInAnyOrder(WELCOME, SAFETY);
        assertThat(ann.attempts()).isEmpty();
        assertThat(ann.almUserId()).isNull();
        assertThat(ann.createdAt()).isNull();
        assertThat(ann.retryFrom()).isEqualTo(ledger.clock().millis());
    }

    @Test
    void addsNothingWhenTheSameRowsComeAgain() {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.claim();

        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.accept("b2", person(2, "ann", WELCOME), person(3, "bob", WELCOME));

        assertThat(ledger.count("SELECT count(*) FROM learner")).isEqualTo(2);
        assertThat(ledger.count("SELECT count(*) FROM enrolment")).isEqualTo(2);
        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void knowsALearnerByTheEmailUnderAnotherKey() throws SQLException {
        ledger.accept("b1", person(2, "ann", "ann@example.com", WELCOME));

        ledger.accept("b2", person(2, "E-17", "ann@example.com", SAFETY));

        Learner ann = onlyOne(ledger.claim()).learner();
        assertThat(ann.key()).isEqualTo("ann");
        assertThat(ann.enrolments()).containsExactlyInAnyOrder(WELCOME, SAFETY);
        assertThat(ledger.rejected("b2")).isEmpty();
    }

    @Test
    void knowsALearnerByTheKeyUnderAnotherEmail() {
        ledger.accept("b1", person(2, "E-17", "ann@example.com", WELCOME));

        ledger.accept("b2", person(2, "E-17", "ann.lee@example.com", WELCOME));

        assertThat(onlyOne(ledger.claim()).learner().email()).isEqualTo("ann@example.com");
    }

    @Test
    void rejectsARowThatMixesTwoLearnersUp() throws SQLException {
        ledger.accept("b1", person(2, "E-17", "ann@example.com"), person(3, "E-18", "bob@example.com"));

        ledger.accept("b2", person(7, "E-17", "bob@example.com", WELCOME));
        ledger.accept("b2", person(7, "E-17", "bob@example.com", WELCOME));

        assertThat(ledger.rejected("b2"))
                .containsExactly("7: userUniqueId belongs to one learner and email to another: correct one of them");
        assertThat(ledger.count("SELECT count(*) FROM enrolment")).isZero();
    }

    @Test
    void makesAFinishedLearnerDueAgainForANewEnrolment() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        finish("ann");

        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));

        assertThat(ledger.state("ann")).isEqualTo("CREATED");
        LearnerInFlight ann = onlyOne(ledger.claim());
        assertThat(ann.learner().enrolments()).containsExactly(SAFETY);
        assertThat(ann.almUserId()).isEqualTo("id-ann");
        assertThat(ledger.state("ann", WELCOME)).isEqualTo("ENROLLED");
    }

    @Test
    void leavesAFinishedLearnerAloneWhenNothingIsNew() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        finish("ann");

        ledger.accept("b2", person(2, "ann", WELCOME));

        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void reopensAnEscalatedLearnerWithTheCorrectedRow() {
        ledger.accept("b1", person(2, "E-17", "an@example.com", WELCOME));
        ledger.claim();
        ledger.escalated("E-17", FailureClass.REJECTED, null);
        ledger.clock().advance(5_000);

        ledger.accept("b2", person(9, "E-17", "ann@example.com", WELCOME));

        Learner ann = onlyOne(ledger.claim()).learner();
        assertThat(ann)
                .extracting(Learner::email, Learner::batch, Learner::rowNumber, Learner::retryFrom)
                .containsExactly("ann@example.com", "b2", 9, ledger.clock().millis());
        assertThat(ann.row()).containsEntry("email", "ann@example.com");
        assertThat(ann.enrolments()).containsExactly(WELCOME);
        assertThat(ledger.state("E-17")).isEqualTo("NEW");
    }

    @Test
    void reopensOnlyTheEnrolmentsThatWereEscalated() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "id-ann");
        ledger.enrolled("ann", WELCOME);
        ledger.escalated("ann", FailureClass.REJECTED, SAFETY);

        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));

        assertThat(ledger.state("ann")).isEqualTo("CREATED");
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void leavesWithPeopleWhatTheRowNamesNoMore() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "id-ann");
        ledger.escalated("ann", FailureClass.REJECTED, null);

        ledger.accept("b2", person(2, "ann", SAFETY));

        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
        assertThat(ledger.state("ann", WELCOME)).isEqualTo("ESCALATED");
    }

    @Test
    void doesNotTakeTheSameBatchForAnAnswer() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);

        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "ann", WELCOME));

        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void doesNotTakeTheBatchThatReopenedForAnotherAnswer() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);
        ledger.accept("b2", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);

        ledger.accept("b2", person(2, "ann", WELCOME));

        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
    }

    @Test
    void reopensAnEscalatedEnrolmentWhileAnotherIsStillAtWork() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        LearnerInFlight ann = onlyOne(ledger.claim());
        ledger.created("ann", "id-ann");
        ledger.escalated("ann", FailureClass.REJECTED, SAFETY);

        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));

        assertThat(ledger.state("ann", SAFETY)).isEqualTo("DUE");
        assertThat(ledger.enrolled("ann", WELCOME)).isFalse();
        ledger.tried(ann);
        ledger.due().takeBack(ann, Exchanges.through());
        ledger.flush();
        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void makesAnEscalatedLearnerDueForANewEnrolmentOfTheSameBatch() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);

        ledger.accept("b1", person(3, "ann", HYGIENE));

        assertThat(onlyOne(ledger.claim()).learner().enrolments()).containsExactly(HYGIENE);
        assertThat(ledger.state("ann", WELCOME)).isEqualTo("ESCALATED");
    }

    @Test
    void rejectsASecondRowOfAnInputThatContradictsTheFirst() throws SQLException {
        ledger.accept("b1", person(2, "E-17", "ann@example.com"), person(3, "E-18", "ann@example.com", WELCOME));
        ledger.accept("b1", person(2, "E-17", "ann@example.com"), person(3, "E-18", "ann@example.com", WELCOME));

        assertThat(ledger.rejected("b1"))
                .containsExactly(
                        "3: row 2 has the same person, but differs in name: make the rows alike or remove one of them");
        assertThat(ledger.count("SELECT count(*) FROM enrolment")).isZero();
    }

    @Test
    void takesARowThatAFeedRepeatsForNobodysAnswer() {
        ledger.feed("page 1", person(1, "ann", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);

        ledger.feed("page 1, shifted", person(2, "ann", WELCOME));
        assertThat(ledger.claim()).isEmpty();

        ledger.feed("page 1, corrected", person(2, "ann", "an@example.com", WELCOME));
        assertThat(onlyOne(ledger.claim()).learner().email()).isEqualTo("an@example.com");
    }

    @Test
    void takesALaterRowOfAFeedForACorrection() throws SQLException {
        ledger.feed("people-0@12", person(0, "ann", "an@example.com", inADay(), WELCOME));

        ledger.feed("people-0@12", person(1, "ann", "ann@example.com", inADay(), WELCOME));

        assertThat(ledger.rejected("people-0@12")).isEmpty();
        assertThat(ledger.text("SELECT email FROM learner")).isEqualTo("ann@example.com");
    }

    private Start inADay() {
        long tomorrow = ledger.clock().millis() + 86_400_000;
        return new Start(tomorrow, tomorrow);
    }

    @Test
    void keepsARejectedRowOnce() throws SQLException {
        ledger.reject("b1", new RejectedRow(3, List.of("name is missing", "email is missing")));
        ledger.reject("b1", new RejectedRow(3, List.of("name is missing")), new RejectedRow(2, List.of("no email")));
        ledger.reject("b2", new RejectedRow(3, List.of("name is missing")));

        assertThat(ledger.rejected("b1")).containsExactly("2: no email", "3: name is missing");
        assertThat(ledger.rejected("b2")).hasSize(1);
    }

    @Test
    void readsRejectedRowsInTheirOrder() throws SQLException, IOException {
        ledger.reject("b1", new RejectedRow(10, List.of("late")), new RejectedRow(9, List.of("early", "and wrong")));
        List<String> rows = new ArrayList<>();

        ledger.batches().rejectedRows("b1", (row, reasons) -> rows.add(row + " " + reasons));

        assertThat(rows).containsExactly("9 early; and wrong", "10 late");
    }

    @Test
    void handsAFaultOfTheReaderOnAsItIs() {
        ledger.reject("b1", new RejectedRow(2, List.of("no email")));
        IOException diskFull = new IOException("disk full");

        assertThatThrownBy(() -> ledger.batches().rejectedRows("b1", (row, reasons) -> {
                    throw diskFull;
                }))
                .isSameAs(diskFull);
    }

    @Test
    void sumsABatchUp() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.accept("b2", person(2, "ann", WELCOME), person(3, "bob", WELCOME), person(4, "bob", WELCOME));
        ledger.reject("b2", new RejectedRow(5, List.of("no email")));

        assertThat(ledger.batches().close("b2", 4, null, null)).isEqualTo(new BatchSummary(1, 2, 1, 0));
        assertThat(ledger.batches().close("b2", 4, "cut short", null)).isEqualTo(new BatchSummary(1, 2, 1, 0));
        assertThat(ledger.text("SELECT failure FROM batch WHERE id = 'b2'")).isEqualTo("cut short");
    }

    @Test
    void showsABatchFromItsOpeningOn() throws SQLException {
        BatchLedger batches = ledger.batches();
        assertThat(batches.find("b1")).isEmpty();

        ledger.accept("b1", person(2, "ann", WELCOME));
        assertThat(batches.find("b1"))
                .contains(new Batch(
                        "b1",
                        "hr-drop",
                        "b1.csv",
                        ledger.clock().millis(),
                        null,
                        0,
                        null,
                        null,
                        null,
                        new BatchSummary(1, 0, 0, 0)));

        ledger.reject("b1", new RejectedRow(3, List.of("a reason")));
        ledger.clock().advance(1);
        batches.close("b1", 4, "broken off", null);
        assertThat(batches.find("b1"))
                .contains(new Batch(
                        "b1",
                        "hr-drop",
                        "b1.csv",
                        ledger.clock().millis() - 1,
                        ledger.clock().millis(),
                        4,
                        "broken off",
                        null,
                        null,
                        new BatchSummary(1, 2, 1, 0)));
    }

    @Test
    void readsNoMoreRejectedRowsThanAskedFor() throws SQLException {
        ledger.reject("b1", new RejectedRow(9, List.of("nine")), new RejectedRow(3, List.of("three", "again")));

        assertThat(ledger.batches().firstRejectedRows("b1", 1))
                .containsExactly(new RejectedRow(3, List.of("three; again")));
    }

    @Test
    void keepsTheFirstOpeningOfABatch() {
        ledger.batches().open("b1", "hr-drop", "people.csv", null);
        ledger.clock().advance(1_000);
        ledger.batches().open("b1", "hr-drop", "people.csv", null);

        assertThat(ledger.count("SELECT opened_at FROM batch"))
                .isEqualTo(ledger.clock().millis() - 1_000);
    }

    private void finish(String key) {
        ledger.claim();
        ledger.created(key, "id-" + key);
        assertThat(ledger.enrolled(key, WELCOME)).isTrue();
    }

    private static LearnerInFlight onlyOne(List<LearnerInFlight> claimed) {
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }
}
