package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Enrolment;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.NewLearner;
import org.almbridge.ledger.Timeline.Course;
import org.almbridge.ledger.Timeline.Notice;
import org.almbridge.ledger.Timeline.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineLedgerTest extends LedgerTest {

    private TimelineLedger timelines;

    @BeforeEach
    void prepare() {
        timelines = new TimelineLedger(ledger.database());
    }

    private Timeline timeline(String name) throws SQLException {
        return timelines.find(name).orElseThrow().timeline();
    }

    @Test
    void findsByKeyAndByAddress() throws SQLException {
        ledger.accept("b1", person(2, "E-1", "ann@example.com", WELCOME), person(3, "bob@example.com", WELCOME));

        assertThat(timeline("E-1").learner().rowNumber()).isEqualTo(2);
        assertThat(timeline("Ann@Example.com").learner().rowNumber()).isEqualTo(2);
        assertThat(timelines.find("e-1")).isEmpty();
        assertThat(timelines.find("nobody")).isEmpty();
    }

    private static NewLearner person(int row, String email, Enrolment... enrolments) {
        return TestLedger.person(row, email, email, enrolments);
    }

    private static NewLearner person(int row, String key, String email, Enrolment... enrolments) {
        return TestLedger.person(row, key, email, enrolments);
    }

    /** A userUniqueId may look like the address of another. */
    @Test
    void prefersTheKey() throws SQLException {
        ledger.accept("b1", person(2, "E-1", "ann@example.com"), person(3, "ann@example.com", "bob@example.com"));

        assertThat(timeline("ann@example.com").learner().rowNumber()).isEqualTo(3);
    }

    @Test
    void tellsOfSomebodyWhoWaitsForTheirTurn() throws SQLException {
        ledger.accept("b1", person(2, "ann@example.com", WELCOME, SAFETY));
        long now = ledger.clock().millis();

        Timeline ann = timeline("ann@example.com");

        assertThat(ann.state()).isEqualTo(LearnerState.NEW);
        assertThat(ann.learner().source()).isEqualTo("hr-drop");
        assertThat(ann.input()).isEqualTo("b1.csv");
        assertThat(ann.acceptedAt()).isEqualTo(now);
        assertThat(ann.dueAt()).isEqualTo(now);
        assertThat(ann.finishedAt()).isNull();
        assertThat(ann.waiting()).isNull();
        assertThat(ann.enrolments()).extracting(Course::state).containsExactly(EnrolmentState.DUE, EnrolmentState.DUE);
    }

    @Test
    void tellsOfEveryAttemptEnrolmentAndEscalation() throws SQLException {
        ledger.accept("b1", person(2, "ann", "ann@example.com", WELCOME, SAFETY));
        ledger.claim();
        ledger.created("ann", "4711");
        ledger.enrolled("ann", WELCOME);
        ledger.escalated("ann", FailureClass.REJECTED, SAFETY);
        long now = ledger.clock().millis();
        ledger.learners()
                .attempted(ledger.claim("ann"), Attempt.started(3, AlmCall.ENROL_USER, SAFETY.loInstanceId(), now))
                .join();

        Timeline ann = timeline("ann");

        assertThat(ann.state()).isEqualTo(LearnerState.ESCALATED);
        assertThat(ann.dueAt()).isNull();
        assertThat(ann.finishedAt()).isEqualTo(now);
        assertThat(ann.learner().almUserId()).isEqualTo("4711");
        assertThat(ann.learner().attempts())
                .extracting(Attempt::call)
                .containsExactly(AlmCall.CREATE_USER, AlmCall.ENROL_USER, AlmCall.ENROL_USER);
        assertThat(ann.learner().attempts().get(2).endedAt()).isNull();
        assertThat(ann.escalations()).singleElement().satisfies(escalation -> {
            assertThat(escalation.failureClass()).isEqualTo(FailureClass.REJECTED);
            assertThat(escalation.openedAt()).isEqualTo(now);
            assertThat(escalation.deliveries())
                    .containsExactly(new Notice(0, 0, now, null), new Notice(1, 0, now, null));
        });
        assertThat(ann.escalations().get(0).dismissal()).isNull();
        String id = ann.escalations().get(0).id();
        new Escalations(ledger.database(), ledger.clock()).dismiss(id, "left", "ops");
        assertThat(timeline("ann").escalations().get(0).dismissal()).isEqualTo(new Dismissal(now, "left", "ops"));
        assertThat(ann.enrolments())
                .containsExactlyInAnyOrder(
                        new Course(WELCOME.loId(), WELCOME.loInstanceId(), EnrolmentState.ENROLLED, now, 0, null),
                        new Course(SAFETY.loId(), SAFETY.loInstanceId(), EnrolmentState.ESCALATED, null, 0, id));
    }

    @Test
    void tellsForWhomSomebodyWaits() throws SQLException {
        ledger.accept("b1", person(2, "ann", "ann@example.com"), person(3, "bob", "bob@example.com"));
        waits("ann", "bob");
        assertThat(timeline("ann").waiting()).isEqualTo(new Waiting("b1", 3, false));

        ledger.claim();
        ledger.escalated("bob", FailureClass.REJECTED, null);
        assertThat(timeline("ann").waiting()).isEqualTo(new Waiting("b1", 3, true));
    }

    private void waits(String who, String forWhom) {
        ledger.database()
                .write(sql -> sql.update(
                        "UPDATE learner SET waits_for = ?, due_at = NULL WHERE learner_key = ?", forWhom, who))
                .join();
    }

    @Test
    void tellsThatTheRestOfABatchMayBringTheManager() throws SQLException {
        ledger.accept("b1", person(2, "ann", "ann@example.com"));
        waits("ann", "b1");

        assertThat(timeline("ann").waiting()).isEqualTo(new Waiting("b1", null, false));
    }

    @Test
    void tellsOfARowThatIsHeld() throws SQLException {
        ledger.batches().open("b1", "hr-drop", "people.csv", null);
        ledger.held().hold("b1", List.of(person(2, "E-1", "ann@example.com", WELCOME)), List.of());
        ledger.batches().close("b1", 1, null, "too many");

        for (String name : new String[] {"E-1", "ANN@example.com"}) {
            Whereabouts ann = timelines.find(name).orElseThrow();
            assertThat(ann.timeline()).isNull();
            assertThat(ann.held().batch()).isEqualTo("b1");
            assertThat(ann.held().input()).isEqualTo("people.csv");
            assertThat(ann.held().heldBecause()).isEqualTo("too many");
            assertThat(ann.held().approved()).isFalse();
        }
        ledger.held().approve("b1");
        assertThat(timelines.find("E-1").orElseThrow().held().approved()).isTrue();
        ledger.accept("b2", person(2, "E-1", "ann@example.com", WELCOME));
        assertThat(timeline("E-1").learner().batch()).isEqualTo("b2");
        assertThat(timelines.find("E-1").orElseThrow().held().batch()).isEqualTo("b1");
    }

    /** What another transaction writes between two statements is not seen by the second. */
    @Test
    void seesOneMoment() throws SQLException {
        ledger.accept("b1", person(2, "ann", "ann@example.com"));

        long[] counts = ledger.database().readAsOfOneMoment(sql -> {
            long before = sql.count("SELECT count(*) FROM learner");
            ledger.accept("b2", person(2, "bob", "bob@example.com"));
            return new long[] {before, sql.count("SELECT count(*) FROM learner WHERE 1 = 1")};
        });

        assertThat(counts).containsExactly(1, 1);
        assertThat(ledger.count("SELECT count(*) FROM learner")).isEqualTo(2);
    }
}
