package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.Start;
import org.almbridge.ledger.RetentionLedger.Pruned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only who is through goes, and only when it is time. */
class RetentionLedgerTest extends LedgerTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private RetentionLedger retention;

    @BeforeEach
    void prepare() {
        retention = new RetentionLedger(ledger.database());
    }

    @Override
    String[] keysAndValues() {
        return new String[] {"outcomes.endpoint", "kafka:outcomes"};
    }

    @Test
    void removesWhoIsThroughAndKeepsTheNumbers() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", new Start(2 * DAY, 2 * DAY), WELCOME));
        ledger.batches().close("b1", 2, null, null);
        enrol("ann");
        LedgerCounts before = ledger.statistics().counts();
        ledger.clock().advance(DAY);

        assertThat(prune(ledger.clock().millis() - DAY - 1).learners()).isZero();
        assertThat(prune(ledger.clock().millis() - DAY)).isEqualTo(new Removed(1, 1, 2, 0, 0, 0, 0, 0));

        assertThat(ledger.count("SELECT count(*) FROM learner")).isEqualTo(1);
        assertThat(ledger.count("SELECT count(*) FROM attempt")).isZero();
        assertThat(ledger.batches().find("b1").orElseThrow().summary()).isEqualTo(new BatchSummary(2, 0, 0, 0));
        assertThat(ledger.statistics().counts()).isEqualTo(before);
    }

    @Test
    void leavesWhoIsNotThrough() throws SQLException {
        long later = ledger.clock().millis() + 2 * DAY;
        ledger.accept("b1", person(2, "new", WELCOME));
        ledger.accept("b2", person(2, "created", WELCOME), person(3, "under-way", WELCOME));
        ledger.accept("b3", person(2, "escalated", WELCOME), person(3, "half", WELCOME, SAFETY));
        ledger.accept("b4", person(2, "later", new Start(0, later), WELCOME));
        ledger.claim();
        ledger.created("created", "1");
        ledger.escalated("escalated", FailureClass.REJECTED, null);
        ledger.created("half", "2");
        ledger.enrolled("half", WELCOME);
        ledger.escalated("half", FailureClass.REJECTED, SAFETY);
        ledger.created("later", "3");
        tellEverybody();

        assertThat(prune(Long.MAX_VALUE)).isEqualTo(Removed.NOTHING);
        assertThat(retention.learnersWithAttempts(Long.MAX_VALUE, "")).isEmpty();
    }

    @Test
    void leavesOfWhomSomebodyIsStillToBeTold() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        ledger.claim();
        ledger.escalated("ann", FailureClass.REJECTED, null);
        ledger.clock().advance(1);
        ledger.accept("b2", person(2, "ann", WELCOME));
        ledger.claim();
        for (String name : List.of("ann", "bob")) {
            ledger.created(name, "user-of-" + name);
            ledger.enrolled(name, WELCOME);
        }

        assertThat(retention.learners(Long.MAX_VALUE, "")).isEmpty();
        ledger.database().write(sql -> sql.update("DELETE FROM outcome")).join();
        assertThat(retention.learners(Long.MAX_VALUE, "")).containsExactly("bob");
        tellEverybody();
        assertThat(retention.learners(Long.MAX_VALUE, "")).containsExactly("ann", "bob");

        Pruned pruned = retention.removeLearners(List.of("ann", "bob"), Long.MAX_VALUE);
        assertThat(pruned.escalated()).containsExactly("ann");
        assertThat(pruned.removed().escalations()).isEqualTo(1);
    }

    /** From the last dismissal on; one escalation that is open keeps them. */
    @Test
    void removesWhoseEscalationsWereAllDismissed() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME, SAFETY), person(3, "bob", WELCOME));
        ledger.claim();
        ledger.created("ann", "1");
        ledger.escalated("ann", FailureClass.REJECTED, WELCOME);
        ledger.escalated("ann", FailureClass.UNAVAILABLE, SAFETY);
        ledger.escalated("bob", FailureClass.REJECTED, null);
        tellEverybody();
        dismiss("ann", FailureClass.REJECTED);
        dismiss("bob", FailureClass.REJECTED);
        ledger.clock().advance(DAY);
        long now = ledger.clock().millis();

        assertThat(retention.learners(now, "")).containsExactly("bob");
        dismiss("ann", FailureClass.UNAVAILABLE);
        assertThat(retention.learners(now - 1, "")).containsExactly("bob");
        assertThat(retention.learners(now, "")).containsExactly("ann", "bob");
        assertThat(retention.learnersWithAttempts(now, ""))
                .as("a replay by id asks for them")
                .isEmpty();

        assertThat(prune(now).learners()).isEqualTo(2);
        assertThat(ledger.statistics().counts().erased()).isEqualTo(2);
    }

    private void dismiss(String name, FailureClass failureClass) {
        new Escalations(ledger.database(), ledger.clock())
                .dismiss(EscalationLedger.id(name, failureClass), "left", "ops");
    }

    @Test
    void leavesWhoHasComeAgainSinceTheyWereFound() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        enrol("ann");
        List<String> found = retention.learners(Long.MAX_VALUE, "");
        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));

        assertThat(found).containsExactly("ann");
        assertThat(retention.removeLearners(found, Long.MAX_VALUE).removed()).isEqualTo(Removed.NOTHING);
        assertThat(retention.removeAttempts(found, Long.MAX_VALUE)).isZero();
        assertThat(ledger.state("ann")).isEqualTo("CREATED");
    }

    @Test
    void goesOnWithWhoseAttemptsAreGone() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        enrol("ann");

        assertThat(retention.learnersWithAttempts(Long.MAX_VALUE, "")).containsExactly("ann");
        assertThat(retention.removeAttempts(List.of("ann"), Long.MAX_VALUE)).isEqualTo(2);
        assertThat(retention.learnersWithAttempts(Long.MAX_VALUE, "")).isEmpty();

        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));
        LearnerInFlight ann = ledger.claim().get(0);
        assertThat(ann.learner().almUserId()).isEqualTo("user-of-ann");
        assertThat(ann.learner().enrolments()).containsExactly(SAFETY);
        assertThat(ledger.enrolled("ann", SAFETY)).isTrue();
        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
    }

    @Test
    void findsAllOfManyInSeveralParts() throws SQLException {
        int people = 2 * RetentionLedger.CHUNK + 1;
        ledger.accept(
                "b1",
                IntStream.range(0, people)
                        .mapToObj(i -> person(i + 2, "p" + i, WELCOME))
                        .toArray(NewLearner[]::new));
        ledger.claim();
        for (int i = 0; i < people; i++) {
            ledger.created("p" + i, "u" + i);
            ledger.enrolled("p" + i, WELCOME);
        }
        ledger.database().write(sql -> sql.update("DELETE FROM outcome")).join();

        List<String> found = new ArrayList<>();
        List<String> part = retention.learners(Long.MAX_VALUE, "");
        while (!part.isEmpty()) {
            assertThat(part).hasSizeLessThanOrEqualTo(RetentionLedger.CHUNK);
            found.addAll(part);
            part = retention.learners(Long.MAX_VALUE, part.get(part.size() - 1));
        }
        assertThat(found).hasSize(people).doesNotHaveDuplicates();
    }

    private void enrol(String name) {
        ledger.claim();
        ledger.created(name, "user-of-" + name);
        ledger.enrolled(name, WELCOME);
        ledger.database().write(sql -> sql.update("DELETE FROM outcome")).join();
    }

    private void tellEverybody() {
        ledger.database()
                .write(sql -> sql.update("UPDATE delivery SET delivered_at = 1, due_at = NULL")
                        + sql.update("DELETE FROM outcome"))
                .join();
    }

    private Removed prune(long before) throws SQLException {
        return retention.removeLearners(retention.learners(before, ""), before).removed();
    }
}
