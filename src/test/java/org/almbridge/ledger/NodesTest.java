package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.Claim;
import org.almbridge.learner.FailureClass;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bridges on one ledger. */
class NodesTest {

    /** Looks after which a bridge that stands still is gone. */
    private static final int LOOKS = 4;

    private String url;
    private TestLedger here;
    private TestLedger there;

    @BeforeEach
    void open() {
        url = Postgres.shared().newLedger();
        here = new TestLedger(url);
        there = new TestLedger(url);
    }

    @AfterEach
    void close() throws IOException {
        here.close();
        there.close();
    }

    @Test
    void handsNobodyOutTwice() {
        here.accept("b1", people(2_000));

        List<String> claimed = new ArrayList<>(keys(here.claim()));
        claimed.addAll(keys(there.claim()));

        assertThat(claimed).hasSize(2_000).doesNotHaveDuplicates();
    }

    @Test
    void takesOverWhatOneHasLeftBehindThatIsNotHeardOf() {
        here.accept("b1", people(3));
        there.claim();

        look(LOOKS - 1);
        assertThat(here.claim()).isEmpty();

        look(1);
        assertThat(keys(here.claim())).containsExactly("p0", "p1", "p2");
        assertThat(here.nodes().alive()).isEqualTo(1);
    }

    @Test
    void leavesOneAloneThatIsAtWork() {
        here.accept("b1", people(3));
        there.claim();

        for (int i = 0; i < 2 * LOOKS; i++) {
            look(1);
            there.flush();
        }

        assertThat(here.claim()).isEmpty();
        assertThat(here.nodes().alive()).isEqualTo(2);
    }

    @Test
    void leavesOneAloneThatIsInTheMiddleOfATransaction() throws SQLException {
        here.accept("b1", people(1));
        there.claim();
        try (Connection other = Postgres.dataSource(url).getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE node SET beat = beat WHERE epoch = "
                    + there.database().epoch());

            look(2 * LOOKS);
        }

        assertThat(here.claim()).isEmpty();
    }

    @Test
    void takesNothingMoreOfWhatWasTakenOver() {
        here.accept("b1", people(1));
        LearnerInFlight learner = there.claim().get(0);
        Attempt intent = learner.begin(AlmCall.CREATE_USER, null, there.clock().millis());
        look(LOOKS);

        assertThatThrownBy(() ->
                        there.learners().attempted(learner.claim(), intent).join())
                .hasCauseInstanceOf(LeaseLostException.class);
        assertThat(here.count("SELECT count(*) FROM attempt")).isZero();
    }

    @Test
    void leavesTheEscalationOfWhoWasTakenOverToTheOthers() {
        here.accept("b1", people(1));
        Claim claim = there.claim().get(0).claim();
        look(LOOKS);

        assertThat(there.escalations()
                        .open(claim, FailureClass.REJECTED, null, 1)
                        .join())
                .isFalse();
        assertThat(here.count("SELECT count(*) FROM escalation")).isZero();
    }

    @Test
    void confirmsNoClaimThatOthersMayHaveByNow() {
        here.accept("b1", people(1));
        Claim claim = there.claim().get(0).claim();
        there.clock().advance(there.config().ledger().leaseMs() - 1);
        there.learners().confirm(claim);

        there.clock().advance(1);
        assertThatThrownBy(() -> there.learners().confirm(claim)).isInstanceOf(LeaseLostException.class);

        there.nodes().look();
        there.learners().confirm(claim);
    }

    @Test
    void confirmsNoClaimOfAnEpochThatIsOver() {
        here.accept("b1", people(1));
        Claim claim = there.claim().get(0).claim();
        look(LOOKS);
        there.flush();

        assertThatThrownBy(() -> there.learners().confirm(claim)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aRenewalThatIsHeardOfLateCountsFromItsBeginning() {
        SharedLease lease = new SharedLease(here.clock(), 30_000);
        assertThat(renew(lease)).isTrue();
        lease.renewed();
        here.clock().advance(1_000);
        assertThat(renew(lease)).isTrue(); // and the connection is lost
        here.clock().advance(20_000);
        assertThat(renew(lease)).isFalse();
        lease.renewed();

        here.clock().advance(9_999);
        assertThat(lease.holds(lease.epoch())).isTrue();
        here.clock().advance(1);
        assertThat(lease.holds(lease.epoch())).isFalse();
    }

    @Test
    void handsBackNothingThatIsInOtherHands() {
        here.accept("b1", people(1));
        LearnerInFlight learner = there.claim().get(0);
        look(LOOKS);
        here.claim();

        there.tried(learner);
        there.due().takeBack(learner, Exchanges.through());
        there.flush();

        assertThat(there.claim()).isEmpty();
    }

    @Test
    void oneThatWasTakenForGoneGoesOnWithOtherWork() {
        here.accept("b1", people(1));
        there.claim();
        look(LOOKS);
        here.claim();
        here.accept("b2", person(2, "late", WELCOME));

        List<LearnerInFlight> claimed = there.claim();

        assertThat(keys(claimed)).containsExactly("late");
        Attempt intent =
                claimed.get(0).begin(AlmCall.CREATE_USER, null, there.clock().millis());
        there.learners().attempted(claimed.get(0).claim(), intent).join();
        look(1);
        assertThat(here.nodes().alive()).isEqualTo(2);
    }

    @Test
    void oneThatEndsLeavesItsWorkToTheOthersAtOnce() throws IOException {
        here.accept("b1", people(3));
        there.claim();

        there.close();

        assertThat(here.claim()).hasSize(3);
        assertThat(here.count("SELECT count(*) FROM node")).isEqualTo(1);
    }

    @Test
    void aStartFreesWhatNobodyIsThereToFree() throws IOException {
        here.accept("b1", people(3));
        here.claim();
        there.claim();
        here.count("WITH gone AS (DELETE FROM node RETURNING 1) SELECT count(*) FROM gone");

        try (TestLedger next = new TestLedger(url)) {
            assertThat(next.claim()).hasSize(3);
        }
    }

    @Test
    void deliversAnEscalationOnceAndAgainWhenTheOneThatHadItIsGone() {
        here.accept("b1", people(1));
        LearnerInFlight learner = there.claim().get(0);
        there.escalated(learner.claim().learnerKey(), org.almbridge.learner.FailureClass.REJECTED, null);
        assertThat(there.deliveries().claim(1)).hasSize(1);
        assertThat(here.deliveries().claim(1)).isEmpty();

        look(LOOKS);

        assertThat(here.deliveries().claim(1)).hasSize(1);
    }

    @Test
    void oneLeadsAndAnotherOnlyWhenItIsGone() {
        List<String> changes = new ArrayList<>();
        there.leadership().want("source-drop", leads -> changes.add("there " + leads));
        here.leadership().want("source-drop", leads -> changes.add("here " + leads));

        here.nodes().look();
        assertThat(changes).containsExactly("there true");
        assertThat(there.leadership().isLeader("source-drop")).isTrue();

        look(LOOKS);
        there.nodes().look();

        assertThat(changes).containsExactly("there true", "here true", "there false");
        assertThat(there.leadership().isLeader("source-drop")).isFalse();
    }

    private boolean renew(SharedLease lease) {
        return here.database().write(lease::renew).join();
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            here.nodes().look();
        }
    }

    private static NewLearner[] people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> person(i + 2, "p" + i, WELCOME))
                .toArray(NewLearner[]::new);
    }

    private static List<String> keys(List<LearnerInFlight> learners) {
        return learners.stream().map(learner -> learner.learner().key()).toList();
    }
}
