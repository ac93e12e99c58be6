package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.learner.Start;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a rehearsal says is what the ledger would do, and the ledger knows nothing of it. */
class RehearsalTest extends LedgerTest {

    private static final List<String> TABLES = List.of(
            "state",
            "batch",
            "rejected_row",
            "held_row",
            "learner",
            "enrolment",
            "attempt",
            "escalation",
            "delivery",
            "outcome");

    private Rehearsal rehearsal;

    @BeforeEach
    void begin() throws SQLException {
        rehearsal = ledger.rehearsal("b9");
    }

    @AfterEach
    void end() {
        rehearsal.close();
    }

    @Test
    void leavesTheLedgerAsItIs() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.claim();
        ledger.created("ann", "id-ann");
        ledger.escalated("bob", FailureClass.REJECTED, null);
        ledger.flush();
        String before = everything();

        rehearse(person(2, "ann", SAFETY), person(3, "bob", WELCOME), person(4, "cid", WELCOME), person(4, "cid"));
        rehearsal.accept(List.of(), List.of(new RejectedRow(5, List.of("no"))));
        for (LearnerInFlight learner : rehearsal.claim(10)) {
            rehearsal.userKnown(learner, "id-" + learner.learner().key(), false);
            rehearsal.enrolled(learner, learner.learner().enrolments().get(0));
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void takesANewPersonForNewAndARepeatedRowForNothing() throws SQLException {
        rehearse(person(2, "ann", WELCOME), person(3, "ann", WELCOME));

        LearnerInFlight ann = only(rehearsal.claim(10));
        assertThat(rehearsal.brings(ann.learner())).isTrue();
        assertThat(rehearsal.row(ann.learner())).isEqualTo(2);
        assertThat(rehearsal.counts(10).people()).isOne();
        assertThat(rehearsal.due()).isZero();
    }

    @Test
    void hasNothingToDoForWhoIsEnrolled() throws SQLException {
        finished("ann");

        rehearse(person(2, "ann", WELCOME));

        assertThat(rehearsal.due()).isZero();
        RehearsalCounts counts = rehearsal.counts(10);
        assertThat(counts.nothingToDo()).isOne();
        assertThat(counts.already()).isOne();
    }

    @Test
    void addsToWhoIsEnrolled() throws SQLException {
        finished("ann");

        rehearse(person(2, "ann", SAFETY));

        LearnerInFlight ann = only(rehearsal.claim(10));
        assertThat(ann.isCreated()).isTrue();
        assertThat(ann.learner().enrolments()).containsExactly(SAFETY);
        assertThat(rehearsal.brings(ann.learner())).isFalse();
    }

    @Test
    void leavesToTheBridgeWhatIsUnderWay() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));

        rehearse(person(2, "ann", WELCOME));

        assertThat(rehearsal.due()).isZero();
        assertThat(rehearsal.counts(10).already()).isOne();
        assertThat(rehearsal.counts(10).nothingToDo()).isOne();
    }

    @Test
    void addsToWhoIsUnderWay() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        ledger.created("ann", "id-ann");

        rehearse(person(2, "ann", SAFETY));

        assertThat(only(rehearsal.claim(10)).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void reopensWhoWasEscalatedAndRemembersTheAttempts() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        LearnerInFlight claimed = only(ledger.claim());
        ledger.learners().attempted(claimed.claim(), claimed.begin(AlmCall.CREATE_USER, null, 1));
        ledger.escalated("ann", FailureClass.REJECTED, null);
        ledger.clock().advance(1);

        rehearsal.close();
        rehearsal = ledger.rehearsal("b9");
        rehearse(person(2, "ann", WELCOME));

        LearnerInFlight ann = only(rehearsal.claim(10));
        assertThat(rehearsal.brings(ann.learner())).isTrue();
        assertThat(ann.mustLookBefore(AlmCall.CREATE_USER, null)).isTrue();
    }

    /** A later row of somebody whose escalation was dismissed is as good as of any other. */
    @Test
    void reopensWhoseEscalationWasDismissed() throws SQLException {
        String id = escalated("ann");
        new Escalations(ledger.database(), ledger.clock()).dismiss(id, "left", "ops");
        String before = everything();

        rehearse(person(2, "ann", WELCOME));

        assertThat(only(rehearsal.claim(10)).learner().enrolments()).containsExactly(WELCOME);
        assertThat(rehearsal.counts(10).withPeople()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void leavesToTheBridgeWhatWasReplayed() throws SQLException {
        escalated("ann");
        new Replays(ledger.database(), ledger.clock()).replay(EscalationFilter.NONE, 1);

        rehearse(person(2, "ann", WELCOME));

        assertThat(rehearsal.due()).isZero();
        assertThat(rehearsal.counts(10).already()).isOne();
        assertThat(rehearsal.counts(10).withPeople()).isZero();
    }

    private String escalated(String key) {
        ledger.accept("b1", person(2, key, WELCOME));
        ledger.claim();
        ledger.escalated(key, FailureClass.REJECTED, null);
        ledger.clock().advance(1);
        return EscalationLedger.id(key, FailureClass.REJECTED);
    }

    @Test
    void rejectsWhatContradictsAnEarlierRow() throws SQLException {
        rehearse(person(2, "ann", "ann@example.com"), person(3, "ann", "other@example.com"));

        assertThat(rehearsal.counts(10).rejected()).isOne();
        assertThat(rehearsal.counts(10).firstRejected().get(0).number()).isEqualTo(3);
    }

    @Test
    void keepsForTheirDayWhoStartsLater() throws SQLException {
        long day = ledger.clock().millis() + Duration.ofDays(3).toMillis();

        rehearse(person(2, "ann", new Start(day, day), WELCOME), person(3, "bob", new Start(0, day), WELCOME));

        assertThat(rehearsal.claim(10))
                .extracting(learner -> learner.learner().key())
                .containsExactly("bob");
        RehearsalCounts counts = rehearsal.counts(10);
        assertThat(counts.waitForDay()).isOne();
        assertThat(counts.firstDay()).isEqualTo(day);
        assertThat(counts.later()).isEqualTo(2);
        assertThat(counts.nothingToDo()).isZero();
    }

    @Test
    void handsOutReportsOnceTheirManagerIsAUser() throws SQLException {
        rehearse(report(2, "ann", "boss"), person(3, "boss", WELCOME));
        assertThat(rehearsal.counts(10).managersWithin()).isOne();

        LearnerInFlight boss = only(rehearsal.claim(10));
        assertThat(rehearsal.counts(10).waitForManager()).isOne();
        rehearsal.userKnown(boss, "id-boss", false);

        LearnerInFlight ann = only(rehearsal.claim(10));
        assertThat(ann.manager()).isEqualTo(ManagerStanding.known("id-boss"));
    }

    @Test
    void knowsAManagerOfTheLedger() throws SQLException {
        finished("boss");

        rehearse(report(2, "ann", "boss"));

        assertThat(only(rehearsal.claim(10)).manager()).isEqualTo(ManagerStanding.known("id-boss"));
    }

    @Test
    void knowsThatAUserOfAlmIsAnotherLearnerOfTheLedger() throws SQLException {
        finished("boss");

        rehearse(person(2, "ann", WELCOME));

        assertThat(rehearsal.userKnown(only(rehearsal.claim(10)), "id-boss", true))
                .isEqualTo(Standing.BELONGS_TO_ANOTHER);
    }

    private void rehearse(NewLearner... learners) throws SQLException {
        rehearsal.accept(List.of(learners), List.of());
        rehearsal.read(learners.length);
    }

    private void finished(String key) {
        ledger.accept("b1", person(2, key, WELCOME));
        ledger.claim();
        ledger.created(key, "id-" + key);
        ledger.enrolled(key, WELCOME);
    }

    private static NewLearner report(int row, String key, String manager) {
        Map<String, String> columns = new HashMap<>(
                Map.of("email", key + "@example.com", "name", key, "managerEmail", manager + "@example.com"));
        return new NewLearner(row, key, key + "@example.com", columns, List.of(WELCOME));
    }

    private static LearnerInFlight only(List<LearnerInFlight> learners) {
        assertThat(learners).hasSize(1);
        return learners.get(0);
    }

    private String everything() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : TABLES) {
            rows.addAll(ledger.database()
                    .read(sql -> sql.query("SELECT * FROM " + table, row -> {
                        Object[] values = new Object[row.getMetaData().getColumnCount()];
                        for (int i = 0; i < values.length; i++) {
                            values[i] = row.getObject(i + 1);
                        }
                        return table + Arrays.toString(values);
                    })));
        }
        return String.join("\n", rows.stream().sorted().toList());
    }
}
