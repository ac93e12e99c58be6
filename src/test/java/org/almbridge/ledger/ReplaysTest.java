package org.almbridge.ledger;

import static org.almbridge.learner.FailureClass.INDEXING_LAG;
import static org.almbridge.learner.FailureClass.REJECTED;
import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.ledger.Escalations.Answer;
import org.junit.jupiter.api.Test;

class ReplaysTest extends LedgerTest {

    private static final EscalationFilter ALL = EscalationFilter.NONE;

    private Replays replays() {
        return new Replays(ledger.database(), ledger.clock());
    }

    private Escalations escalations() {
        return new Escalations(ledger.database(), ledger.clock());
    }

    private Map<FailureClass, Long> openByClass() throws SQLException {
        return new LedgerOverviews(ledger.database()).take().openEscalations();
    }

    private LedgerSigns signs() {
        return new LedgerSigns(ledger.database(), ledger.clock());
    }

    private static EscalationFilter of(String id) {
        return new EscalationFilter(List.of(id), null, null, null, null, null);
    }

    private static EscalationFilter of(FailureClass failureClass) {
        return new EscalationFilter(null, failureClass, null, null, null, null);
    }

    private void notCreated(String... names) {
        NewLearner[] people = IntStream.range(0, names.length)
                .mapToObj(i -> person(i + 2, names[i], WELCOME, SAFETY))
                .toArray(NewLearner[]::new);
        ledger.accept("b1", people);
        ledger.claim();
        for (String name : names) {
            ledger.escalated(name, REJECTED, null);
        }
        ledger.clock().advance(1_000);
    }

    private void created(String name, String almUserId) {
        ledger.accept("b-" + name, person(2, name, WELCOME, SAFETY));
        ledger.claim();
        ledger.created(name, almUserId);
    }

    @Test
    void countsWhatWillHaveToBeDone() throws SQLException {
        notCreated("ann", "bob");
        created("eve", "1");
        ledger.escalated("eve", REJECTED, WELCOME);
        ledger.escalated("eve", INDEXING_LAG, SAFETY);

        assertThat(replays().cost(ALL)).isEqualTo(new ReplayCost(4, 3, 6, 8));
        assertThat(replays().cost(of(INDEXING_LAG))).isEqualTo(new ReplayCost(1, 1, 1, 1));
    }

    @Test
    void makesWhatIsEscalatedDueAndLimitsBeginAnew() throws SQLException {
        notCreated("ann");

        assertThat(replays().replay(ALL, 1)).contains(new ReplayCost(1, 1, 2, 3));

        LearnerInFlight ann = ledger.claim().get(0);
        assertThat(ann.learner().enrolments()).containsExactlyInAnyOrder(WELCOME, SAFETY);
        assertThat(ann.learner().retryFrom()).isEqualTo(ledger.clock().millis());
        assertThat(replays().cost(ALL).escalations()).isZero();
    }

    @Test
    void leavesWhatIsDoneAndWhatIsNotMeant() throws SQLException {
        created("eve", "1");
        ledger.escalated("eve", REJECTED, WELCOME);
        ledger.escalated("eve", INDEXING_LAG, SAFETY);

        replays().replay(of(INDEXING_LAG), 1);

        assertThat(ledger.state("eve")).isEqualTo("CREATED");
        assertThat(ledger.state("eve", WELCOME)).isEqualTo("ESCALATED");
        assertThat(ledger.claim().get(0).learner().enrolments()).containsExactly(SAFETY);
    }

    @Test
    void doesNothingWhenThereAreNotAsManyAsExpected() throws SQLException {
        notCreated("ann", "bob");

        assertThat(replays().replay(ALL, 1)).isEmpty();

        assertThat(ledger.claim()).isEmpty();
        assertThat(replays().cost(ALL).escalations()).isEqualTo(2);
    }

    @Test
    void leavesALearnerInFlightWithWhoHasTheClaim() throws SQLException {
        created("eve", "1");
        ledger.escalated("eve", REJECTED, WELCOME);

        replays().replay(ALL, 1);

        assertThat(ledger.claim()).isEmpty();
        assertThat(ledger.enrolled("eve", SAFETY)).as("nothing is left to do").isFalse();
        assertThat(ledger.state("eve", WELCOME)).isEqualTo("DUE");
        assertThat(ledger.count("SELECT count(*) FROM learner WHERE claimed_by IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void hasAlmLookedAtBeforeAChangeIsRepeated() throws SQLException {
        ledger.accept("b1", person(2, "ann", WELCOME));
        ledger.claim();
        Attempt failed = Attempt.started(
                        1, AlmCall.CREATE_USER, null, ledger.clock().millis())
                .failed(ledger.clock().millis(), 422, REJECTED, "gw", "no");
        ledger.learners().attempted(ledger.claim("ann"), failed).join();
        ledger.escalated("ann", REJECTED, null);
        ledger.clock().advance(1_000);

        replays().replay(ALL, 1);

        assertThat(ledger.claim().get(0).mustLookBefore(AlmCall.CREATE_USER, null))
                .isTrue();
    }

    /** Two people send the same replay, and the second is quicker than ALM, or slower. */
    @Test
    void leavesAloneWhatAnotherReplayHasSentThrough() throws SQLException {
        notCreated("ann", "bob");
        List<Replays.Meant> counted = replays().meant(ALL);
        replays().replay(ALL, 2);
        ledger.claim();
        ledger.created("ann", "1");
        ledger.enrolled("ann", WELCOME);
        ledger.enrolled("ann", SAFETY);
        ledger.clock().advance(1_000);

        replays().replay(counted);

        assertThat(ledger.state("ann")).isEqualTo("ENROLLED");
        assertThat(ledger.claim()).as("bob is under way").isEmpty();
        assertThat(ledger.count("SELECT count(*) FROM learner WHERE retry_from = "
                        + ledger.clock().millis()))
                .isZero();
    }

    @Test
    void replaysMoreThanOneTransactionHolds() throws SQLException {
        String[] names =
                IntStream.range(0, Replays.CHUNK + 5).mapToObj(i -> "p" + i).toArray(String[]::new);
        notCreated(names);

        assertThat(replays().replay(ALL, names.length)).isPresent();

        assertThat(ledger.claim()).hasSize(names.length);
    }

    @Test
    void goesOnWithTheRestAfterACrashInTheMiddle() throws SQLException, IOException {
        notCreated("ann", "bob");
        replays().replay(of(EscalationLedger.id("ann", REJECTED)), 1);

        ledger.restart();

        assertThat(replays().cost(ALL).escalations()).isEqualTo(1);
        assertThat(replays().replay(ALL, 1)).isPresent();
        assertThat(ledger.claim()).hasSize(2);
    }

    @Test
    void isOpenForALearnerWithoutEnrolments() throws SQLException {
        ledger.accept("b1", person(2, "ann"));
        ledger.claim();
        ledger.escalated("ann", INDEXING_LAG, null);
        ledger.clock().advance(1_000);
        ledger.accept("b2", person(2, "ann"));
        ledger.claim();
        ledger.escalated("ann", REJECTED, null);

        assertThat(openByClass()).containsOnlyKeys(REJECTED);
        assertThat(replays().replay(ALL, 1)).contains(new ReplayCost(1, 1, 0, 1));
        assertThat(ledger.claim()).hasSize(1);
    }

    @Test
    void isOpenAgainWhenTheSameHappensAgain() throws SQLException {
        notCreated("ann");
        String id = EscalationLedger.id("ann", REJECTED);
        escalations().dismiss(id, "left", "ops");
        replays().replay(of(id), 1);
        ledger.claim();
        ledger.escalated("ann", REJECTED, null);

        assertThat(openByClass()).containsEntry(REJECTED, 1L);
    }

    @Test
    void closesWithoutAReplay() throws SQLException {
        notCreated("ann");
        String id = EscalationLedger.id("ann", REJECTED);

        assertThat(signs().escalatedLearners()).isEqualTo(1);
        assertThat(escalations().dismiss(id, "left", "ops")).isEqualTo(Answer.DISMISSED);
        assertThat(escalations().dismiss(id, "left", "hr")).isEqualTo(Answer.REPEATED);
        assertThat(escalations().dismiss(id, "other", "ops")).isEqualTo(Answer.OTHERWISE);
        assertThat(escalations().dismiss("none", "left", "ops")).isEqualTo(Answer.UNKNOWN);

        assertThat(ledger.state("ann")).isEqualTo("ESCALATED");
        assertThat(openByClass()).isEmpty();
        assertThat(signs().escalatedLearners()).isZero();
        assertThat(replays().cost(ALL).escalations()).isZero();
        assertThat(replays().cost(of(id)).escalations()).isEqualTo(1);
        EscalationSummary summary = escalations()
                .list(ALL, EscalationState.DISMISSED, null, 10)
                .escalations()
                .get(0);
        assertThat(summary.dismissal()).isEqualTo(new Dismissal(ledger.clock().millis(), "left", "ops"));
    }

    @Test
    void isNoLongerClosedWhenALaterRowNamesTheLearner() throws SQLException {
        notCreated("ann");
        String id = EscalationLedger.id("ann", REJECTED);
        escalations().dismiss(id, "left", "ops");

        ledger.accept("b2", person(2, "ann", WELCOME, SAFETY));

        assertThat(ledger.count("SELECT count(*) FROM escalation WHERE dismissed_at IS NOT NULL"))
                .isZero();
        assertThat(escalations().dismiss(id, "left", "ops")).isEqualTo(Answer.SETTLED);
    }
}
