package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

class DueLearnersTest extends LedgerTest {

    @Test
    void handsOutLearnersInTheOrderOfTheirRows() {
        ledger.accept("b1", person(4, "cleo", WELCOME), person(2, "ann", WELCOME), person(3, "bob", WELCOME));

        assertThat(keys(ledger.claim())).containsExactly("ann", "bob", "cleo");
    }

    @Test
    void handsOutNoMoreThanAskedForAndTheEarlierRowsFirst() {
        ledger.accept("b1", person(4, "cleo", WELCOME), person(2, "ann", WELCOME), person(3, "bob", WELCOME));

        assertThat(keys(ledger.due().claim(2))).containsExactly("ann", "bob");
        assertThat(keys(ledger.due().claim(2))).containsExactly("cleo");
    }

    @Test
    void finishesBeforeItStarts() {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        LearnerInFlight bob = ledger.claim().get(1);
        ledger.created("bob", "4711");
        ledger.tried(bob);
        takeBack(bob, Exchanges.through());
        ledger.accept("b2", person(1, "cleo", WELCOME));

        assertThat(keys(ledger.due().claim(1))).containsExactly("bob");
        assertThat(keys(ledger.due().claim(1))).containsExactly("cleo");
    }

    @Test
    void givesALearnerToNobodyElseUntilTheyAreBack() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ledger.clock().advance(1_000_000_000);

        assertThat(ledger.claim()).isEmpty();
        ledger.tried(ann);
        takeBack(ann, Exchanges.through());
        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void doesNotHandOutWhoIsNotDueYet() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ann.parkUntil(ledger.clock().millis() + 16_000);

        ledger.tried(ann);
        takeBack(ann, Exchanges.through());

        ledger.clock().advance(15_999);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(1);
        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void handsOutAtOnceWhoWasParkedBeforeAnyCall() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ann.parkUntil(ledger.clock().millis());

        takeBack(ann, Exchanges.through());

        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void handsOutNoMoreThanTheStrictestAdmits() {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME), person(4, "cleo", WELCOME));
        List<Integer> handedOut = new ArrayList<>();
        Admission two = new Admission() {
            @Override
            public int underWay(int most) {
                return 7;
            }

            @Override
            public int fresh(int most) {
                return 2;
            }

            @Override
            public void handedOut(int learners) {
                handedOut.add(learners);
            }
        };
        DueLearners due = ledger.due(new Admission() {}, two);

        assertThat(due.maxInFlight()).isEqualTo(7);
        assertThat(keys(due.claim(500))).containsExactly("ann", "bob");
        assertThat(handedOut).containsExactly(0, 2);
    }

    @Test
    void asksForCreatedLearnersApart() {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        LearnerInFlight ann = ledger.due().claim(1).get(0);
        ledger.created("ann", "4711");
        ledger.tried(ann);
        takeBack(ann, Exchanges.through());
        Admission newOnesOnly = new Admission() {
            @Override
            public int created(int most) {
                return 0;
            }
        };

        assertThat(keys(ledger.due(newOnesOnly).claim(500))).containsExactly("bob");
    }

    @Test
    void handsOutWhatTheLedgerKnows() {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY));
        LearnerInFlight ann = ledger.claim().get(0);
        ledger.created("ann", "4711");
        ledger.enrolled("ann", SAFETY);
        Attempt intent = Attempt.started(
                3, AlmCall.ENROL_USER, WELCOME.loInstanceId(), ledger.clock().millis());
        ledger.learners().attempted(ledger.claim("ann"), intent).join();
        ledger.tried(ann);
        takeBack(ann, Exchanges.through());

        LearnerInFlight again = ledger.claim().get(0);

        assertThat(again.almUserId()).isEqualTo("4711");
        assertThat(again.createdAt()).isEqualTo(ledger.clock().millis());
        assertThat(again.isLinked()).isFalse();
        assertThat(again.learner().enrolments()).containsExactly(WELCOME);
        assertThat(again.learner().attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
        assertThat(again.learner().attempts().get(2)).isEqualTo(intent);
        assertThat(again.mustLookBefore(AlmCall.ENROL_USER, WELCOME)).isTrue();
        assertThat(again.begin(AlmCall.FIND_ENROLMENT, WELCOME, 0).number()).isEqualTo(4);
    }

    @Test
    void handsOutToARouteByAVariable() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        Exchange exchange = Exchanges.through();

        ledger.due().give(ann, exchange);

        assertThat(exchange.getVariable("learner")).isSameAs(ann);
    }

    @Test
    void leavesAFinishedLearnerAlone() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ledger.created("ann", "4711");
        ann.finished(ledger.enrolled("ann", WELCOME));

        takeBack(ann, Exchanges.failedWith(new IllegalStateException("after the end")));

        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
        ledger.clock().advance(1_000_000_000);
        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void doesNotSpinOnALearnerWhoseExchangeFailed() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);

        takeBack(ann, Exchanges.failedWith(new IllegalStateException("the ledger is locked")));

        ledger.clock().advance(59_999);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(1);
        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void doesNotSpinOnALearnerForWhomNothingWasTried() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);

        takeBack(ann, Exchanges.through());

        ledger.clock().advance(59_999);
        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(1);
        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void resumesWhoWasCutShortByAStopAtOnce() throws IOException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        List<LearnerInFlight> claimed = ledger.claim();

        takeBack(claimed.get(0), Exchanges.failedWith(new RejectedExecutionException()));
        takeBack(claimed.get(1), Exchanges.failedWhileStopping(new IllegalStateException("cut short")));
        ledger.restart();

        assertThat(keys(ledger.claim())).containsExactly("ann", "bob");
    }

    @Test
    void handsALearnerBackWhoGotAnEnrolmentWhileInFlight() {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ledger.created("ann", "4711");

        ledger.accept("b2", person(2, "ann", SAFETY));
        assertThat(ledger.claim()).isEmpty();
        ann.finished(ledger.enrolled("ann", WELCOME));

        assertThat(ann.isFinished()).isFalse();
        ledger.tried(ann);
        takeBack(ann, Exchanges.through());
        assertThat(ledger.claim())
                .singleElement()
                .satisfies(again -> assertThat(again.learner().enrolments()).containsExactly(SAFETY));
    }

    @Test
    void voidsAllClaimsWhenTheProcessStartsAgain() throws IOException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.claim();
        ledger.created("bob", "4711");

        ledger.restart();

        assertThat(keys(ledger.claim())).containsExactly("bob", "ann");
    }

    @Test
    void keepsTheDueTimeOfTheParkedWhenTheProcessStartsAgain() throws IOException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight ann = ledger.claim().get(0);
        ann.parkUntil(ledger.clock().millis() + 60_000);
        ledger.tried(ann);
        takeBack(ann, Exchanges.through());

        ledger.restart();

        assertThat(ledger.claim()).isEmpty();
        ledger.clock().advance(60_000);
        assertThat(keys(ledger.claim())).containsExactly("ann");
    }

    @Test
    void countsTheStartsOfTheProcess() throws IOException {
        assertThat(ledger.database().epoch()).isEqualTo(1);

        ledger.restart();
        ledger.restart();

        assertThat(ledger.database().epoch()).isEqualTo(3);
    }

    @Test
    void ignoresALateReturnFromAnEarlierClaim() throws IOException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight early = ledger.claim().get(0);
        ledger.restart();
        ledger.claim();
        ledger.count("UPDATE learner SET claimed_by = claimed_by + 1 RETURNING 1"); // as another process would

        ledger.tried(early);
        takeBack(early, Exchanges.through());

        assertThat(ledger.claim()).isEmpty();
    }

    @Test
    void handsOutHundredsAtOnce() {
        NewLearner[] people = new NewLearner[600];
        for (int i = 0; i < people.length; i++) {
            people[i] = person(i + 2, "p" + i, WELCOME, SAFETY);
        }
        ledger.accept("b1", people);

        List<LearnerInFlight> claimed = ledger.due().claim(500);

        assertThat(claimed)
                .hasSize(500)
                .allSatisfy(
                        learner -> assertThat(learner.learner().enrolments()).hasSize(2));
        assertThat(ledger.due().claim(500)).hasSize(100);
    }

    private void takeBack(LearnerInFlight learner, Exchange exchange) {
        ledger.due().takeBack(learner, exchange);
        ledger.flush();
    }

    private static List<String> keys(List<LearnerInFlight> learners) {
        return learners.stream().map(learner -> learner.learner().key()).toList();
    }
}
