package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.learner.ManagerStanding.Doubt;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.Start;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is handed out before their manager is a user, and nobody waits for ever. */
class ManagerWaitsTest extends LedgerTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private long now;

    @BeforeEach
    void prepare() {
        now = ledger.clock().millis();
    }

    @Test
    void aReportGoesOnOnceTheManagerIsCreated() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        assertThat(claimed()).containsExactly("boss");
        ledger.clock().advance(365 * DAY);
        assertThat(claimed()).isEmpty();

        ledger.created("boss", "4711");

        LearnerInFlight ann = onlyOne(ledger.claim());
        assertThat(ann.learner().key()).isEqualTo("ann");
        assertThat(ann.manager()).isEqualTo(ManagerStanding.known("4711"));
        assertThat(ann.learner().enrolments()).containsExactly(WELCOME);
    }

    @Test
    void manyReportsAheadOfTheirManagerHoldUpNoProbe() {
        NewLearner[] people = new NewLearner[2 * LearnerClaim.MOST_LOOKED_AT + 1];
        for (int i = 0; i < people.length - 1; i++) {
            people[i] = report(i + 2, "p" + i, "boss");
        }
        people[people.length - 1] = person(people.length + 1, "boss", WELCOME);
        ledger.accept("b1", people);
        Probing outage = new Probing(ledger.config().retry(), ledger.clock());
        outage.close();
        ledger.clock().advance(60_000);

        for (int looks = 1; looks <= 2; looks++) {
            assertThat(ledger.due(outage).claim(500)).isEmpty();
            assertThat(ledger.count("SELECT count(*) FROM learner WHERE waits_for IS NOT NULL"))
                    .isEqualTo(looks * LearnerClaim.MOST_LOOKED_AT);
        }
        assertThat(onlyOne(ledger.due(outage).claim(500)).learner().key()).isEqualTo("boss");
        assertThat(ledger.due(outage).claim(500)).isEmpty();
    }

    @Test
    void aReportIsWokenOnce() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        ledger.created("boss", "4711");
        LearnerInFlight ann = onlyOne(ledger.claim());

        ledger.created("boss", "4711");
        assertThat(claimed()).isEmpty();
        ledger.created("ann", "4712");
        ann.finished(ledger.enrolled("ann", WELCOME));
        ledger.due().takeBack(ann, Exchanges.through());
        ledger.created("boss", "4711");

        assertThat(claimed()).isEmpty();
        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
    }

    @Test
    void aManagerWhoIsThereKeepsNobodyWaiting() {
        ledger.accept("b1", person(2, "boss", WELCOME));
        ledger.claim();
        ledger.created("boss", "4711");

        ledger.accept("b2", report(2, "ann", "boss"));

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.known("4711"));
    }

    @Test
    void theManagerMayBeOfAnotherBatch() {
        ledger.accept("b1", person(2, "boss", WELCOME));
        ledger.claim();
        ledger.accept("b2", report(2, "ann", "boss"));
        close("b2");
        assertThat(claimed()).isEmpty();

        ledger.created("boss", "4711");

        assertThat(claimed()).containsExactly("ann");
    }

    @Test
    void aChainGoesOnLevelByLevel() {
        ledger.accept("b1", report(2, "cleo", "bob"), report(3, "bob", "ann"), person(4, "ann", WELCOME));

        assertThat(claimed()).containsExactly("ann");
        ledger.created("ann", "1");
        assertThat(claimed()).containsExactly("bob");
        ledger.created("bob", "2");
        assertThat(claimed()).containsExactly("cleo");
    }

    @Test
    void theManagersRowMayComeAfterTheReportIsHandedOut() {
        ledger.accept("b1", report(2, "ann", "boss"));
        assertThat(claimed()).isEmpty();

        ledger.accept("b1", person(3, "boss", WELCOME));
        assertThat(claimed()).containsExactly("boss");
        close("b1");
        assertThat(claimed()).isEmpty();
        ledger.created("boss", "4711");

        assertThat(claimed()).containsExactly("ann");
    }

    @Test
    void onlyTheEndOfTheBatchSaysThatTheManagerIsNotInIt() {
        ledger.accept("b1", report(2, "ann", "boss"));
        assertThat(claimed()).isEmpty();

        close("b1");

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_HERE));
    }

    @Test
    void aBatchThatWasHeldEndsWithItsRelease() {
        ledger.batches().open("b1", "hr-drop", "b1.csv", null);
        ledger.batches().close("b1", 2, null, "too many rows");
        ledger.accept("b1", report(2, "ann", "boss"));
        assertThat(claimed()).isEmpty();

        ledger.held().released("b1");

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_HERE));
    }

    @Test
    void aBatchThatNeverEndsIsNotWaitedForForEver() {
        ledger.accept("b1", report(2, "ann", "boss"));
        assertThat(claimed()).isEmpty();

        ledger.clock().advance(DAY - 1);
        assertThat(claimed()).isEmpty();
        ledger.clock().advance(1);

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_HERE));
    }

    @Test
    void aWaitSurvivesARestart() throws IOException {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();

        ledger.restart();

        assertThat(claimed()).containsExactly("boss");
        ledger.created("boss", "4711");
        assertThat(claimed()).containsExactly("ann");
    }

    @Test
    void aCrashAfterTheWakeLosesNobody() throws IOException {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        ledger.created("boss", "4711");
        assertThat(claimed()).containsExactly("ann");

        ledger.restart();

        assertThat(claimed()).containsExactly("boss", "ann");
    }

    @Test
    void whoWaitsInACircleIsFoundAndTheOthersGoOnOnceOneRowIsCorrected() {
        ledger.accept("b1", report(2, "ann", "bob"), report(3, "bob", "cleo"), report(4, "cleo", "ann"));
        LearnerInFlight cleo = onlyOne(ledger.claim());
        assertThat(cleo.learner().key()).isEqualTo("cleo");
        assertThat(cleo.manager()).isEqualTo(ManagerStanding.unknown(Doubt.CIRCULAR));
        escalated("cleo");

        ledger.accept("b2", person(2, "cleo", WELCOME));

        assertThat(claimed()).containsExactly("cleo");
        ledger.created("cleo", "3");
        assertThat(claimed()).containsExactly("bob");
        ledger.created("bob", "2");
        assertThat(claimed()).containsExactly("ann");
    }

    @Test
    void twoWhoManageEachOtherInSeveralBatchesAreFound() {
        ledger.accept("b1", report(2, "ann", "bob"));
        assertThat(claimed()).isEmpty();
        ledger.accept("b2", report(2, "bob", "ann"));
        assertThat(claimed()).isEmpty(); // ann's batch may still bring anybody
        close("b2");
        close("b1");

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.CIRCULAR));
    }

    @Test
    void aChainThatIsTooLongCountsAsACircle() {
        NewLearner[] people = new NewLearner[ManagerWaits.MAX_LEVELS + 2];
        for (int i = 0; i < people.length; i++) {
            people[i] = report(i + 2, "p" + i, i == 0 ? "p" + people.length : "p" + (i - 1));
        }
        ledger.accept("b1", person(1, "p" + people.length, WELCOME));
        ledger.claim();
        ledger.accept("b1", people);

        LearnerInFlight last = onlyOne(ledger.claim());

        assertThat(last.learner().key()).isEqualTo("p" + (people.length - 2));
        assertThat(last.manager()).isEqualTo(ManagerStanding.unknown(Doubt.CIRCULAR));
    }

    @Test
    void reportsOfAnEscalatedManagerGoOnWhenTheManagerIsCreatedAfterAll() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        escalated("boss");
        ledger.clock().advance(DAY / 2);

        ledger.accept("b2", person(2, "boss", WELCOME));
        assertThat(claimed()).containsExactly("boss");
        ledger.clock().advance(DAY); // the manager is on the way, however long it takes
        assertThat(claimed()).isEmpty();
        ledger.created("boss", "4711");

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.known("4711"));
    }

    @Test
    void reportsOfAnEscalatedManagerAreGivenUpInTheEnd() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        ledger.clock().advance(DAY / 2);
        escalated("boss");

        ledger.clock().advance(DAY - 1);
        assertThat(claimed()).isEmpty();
        ledger.clock().advance(1);

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_CREATED));
    }

    @Test
    void aRowThatComesAgainUnchangedDoesNotPutThatEndOff() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        escalated("boss");
        ledger.clock().advance(DAY / 2);

        ledger.accept("b2", report(2, "ann", "boss"));

        assertThat(claimed()).isEmpty();
        ledger.clock().advance(DAY / 2);
        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_CREATED));
    }

    @Test
    void whoIsGivenUpIsNotHandedOutASecondTimeWhenTheManagerIsCreatedMeanwhile() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        escalated("boss");
        ledger.clock().advance(DAY);
        assertThat(claimed()).containsExactly("ann");

        ledger.created("boss", "4711");

        assertThat(claimed()).isEmpty();
    }

    @Test
    void aReportWhoComesLateWaitsAsLong() {
        ledger.accept("b1", person(3, "boss", WELCOME));
        ledger.claim();
        escalated("boss");
        ledger.clock().advance(10 * DAY);

        ledger.accept("b2", report(2, "ann", "boss"));

        assertThat(claimed()).isEmpty();
        ledger.clock().advance(DAY - 1);
        assertThat(claimed()).isEmpty();
        ledger.clock().advance(1);
        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.NOT_CREATED));
    }

    @Test
    void aManagerWhoBeginsSoonIsWaitedFor() {
        ledger.accept("b1", report(2, "ann", "boss"), starting(3, "boss", now + DAY));

        assertThat(claimed()).isEmpty();
        ledger.clock().advance(DAY);
        assertThat(claimed()).containsExactly("boss");
        ledger.created("boss", "4711");
        assertThat(claimed()).containsExactly("ann");
    }

    @Test
    void aManagerWhoBeginsMuchLaterKeepsNobodyWaiting() {
        ledger.accept("b1", report(2, "ann", "boss"), starting(3, "boss", now + DAY + 1));

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.STARTS_LATER));
    }

    @Test
    void reportsLearnThatTheManagersDayHasMoved() {
        ledger.accept("b1", report(2, "ann", "boss"), starting(3, "boss", now + DAY));
        assertThat(claimed()).isEmpty();

        ledger.accept("b2", starting(2, "boss", now + 90 * DAY));

        assertThat(onlyOne(ledger.claim()).manager()).isEqualTo(ManagerStanding.unknown(Doubt.STARTS_LATER));
    }

    @Test
    void aLaterRowOfWhoWaitsCounts() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();

        ledger.accept("b2", person(7, "ann", WELCOME));

        LearnerInFlight ann = onlyOne(ledger.claim());
        assertThat(ann.learner().rowNumber()).isEqualTo(7);
        assertThat(ann.manager()).isNull();
        ledger.created("boss", "4711");
        assertThat(claimed()).isEmpty();
    }

    @Test
    void theSameInputReadAgainWakesNobody() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();

        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));

        assertThat(claimed()).isEmpty();
    }

    @Test
    void whoWaitsTakesNobodysPlace() {
        ledger.accept("b1", report(2, "ann", "boss"), report(3, "bob", "boss"), report(4, "cleo", "boss"));
        ledger.accept("b1", person(5, "boss", WELCOME), person(6, "dan", WELCOME));

        assertThat(keys(ledger.due().claim(1))).containsExactly("boss");
        assertThat(keys(ledger.due().claim(1))).containsExactly("dan");
    }

    @Test
    void whoIsWokenHasTheirOldPlaceInTheQueue() {
        ledger.accept("b1", report(2, "ann", "boss"), person(3, "boss", WELCOME));
        ledger.claim();
        ledger.clock().advance(1);
        ledger.accept("b2", person(2, "dan", WELCOME));
        ledger.clock().advance(1);

        ledger.created("boss", "4711");

        assertThat(keys(ledger.due().claim(1))).containsExactly("ann");
    }

    @Test
    void hundredsOfReportsAreWokenByOneWrite() {
        NewLearner[] reports = new NewLearner[800];
        for (int i = 0; i < reports.length; i++) {
            reports[i] = report(i + 2, "p" + i, "boss");
        }
        ledger.accept("b1", reports);
        ledger.accept("b1", person(1_000, "boss", WELCOME));
        assertThat(claimed()).containsExactly("boss");

        ledger.created("boss", "4711");

        assertThat(ledger.claim())
                .hasSize(reports.length)
                .allSatisfy(report -> assertThat(report.manager().almUserId()).isEqualTo("4711"));
    }

    private void escalated(String key) {
        assertThat(ledger.escalated(key, FailureClass.REJECTED, null)).isTrue();
    }

    private void close(String batch) {
        ledger.batches().close(batch, 1, null, null);
    }

    private List<String> claimed() {
        return keys(ledger.claim());
    }

    private static List<String> keys(List<LearnerInFlight> learners) {
        return learners.stream().map(learner -> learner.learner().key()).toList();
    }

    private static LearnerInFlight onlyOne(List<LearnerInFlight> claimed) {
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private static NewLearner report(int row, String name, String manager) {
        String email = name + "@example.com";
        Map<String, String> values = Map.of("email", email, "name", name, "managerEmail", manager + "@example.com");
        return new NewLearner(row, name, email, values, List.of(WELCOME));
    }

    private static NewLearner starting(int row, String name, long day) {
        return person(row, name, new Start(day, day), WELCOME);
    }
}
