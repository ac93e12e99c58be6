package org.almbridge.ledger;

import static org.almbridge.learner.SampleLearners.SAFETY;
import static org.almbridge.learner.SampleLearners.WELCOME;
import static org.almbridge.ledger.TestLedger.person;
import static org.almbridge.support.Patience.awaiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.NewLearner;
import org.almbridge.ledger.GroupCommit.Work;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one bridge writes while another has not committed yet what concerns the same people. */
class SharedWritesTest {

    private String url;
    private TestLedger here;
    private TestLedger there;

    /** Ends the transaction that is held open. */
    private final CompletableFuture<Void> commit = new CompletableFuture<>();

    @BeforeEach
    void open() {
        url = Postgres.shared().newLedger();
        here = new TestLedger(url);
        there = new TestLedger(url);
    }

    @AfterEach
    void close() throws IOException {
        commit.complete(null);
        here.close();
        there.close();
    }

    @Test
    void anEnrolmentIsNotLostThatIsAddedWhileItsLearnerIsFinished() {
        here.accept("b1", person(2, "ann", WELCOME));
        here.claim();
        here.created("ann", "4711");
        CompletableFuture<Void> added = heldOpen(there, sql -> accept(sql, "b1", person(3, "ann", WELCOME, SAFETY)));

        CompletableFuture<Boolean> finished = here.learners().enrolled(here.claim("ann"), enrolled());
        waitsOrIsDone(finished);
        commit.complete(null);

        assertThat(finished.join()).isFalse();
        added.join();
        assertThat(here.state("ann", SAFETY)).isEqualTo("DUE");
    }

    @Test
    void anEnrolmentIsNotLostThatIsAddedBehindTheFinish() {
        here.accept("b1", person(2, "ann", WELCOME));
        here.claim();
        here.created("ann", "4711");
        CompletableFuture<Void> finished = heldOpen(here, sql -> {
            sql.update("UPDATE enrolment SET state = 'ENROLLED'");
            return LearnerLedger.finishIfNothingIsDue(sql, "ann", 0);
        });

        CompletableFuture<Void> added = there.database().write(sql -> accept(sql, "b1", person(3, "ann", SAFETY)));
        waitsOrIsDone(added);
        commit.complete(null);
        finished.join();
        added.join();

        assertThat(there.claim()).hasSize(1);
    }

    @Test
    void aReportIsWokenWhoBeginsToWaitWhileTheManagerIsCreated() {
        here.accept("b1", person(2, "boss", WELCOME));
        here.claim();
        here.accept("b1", report("bob"));
        there.claim(); // so the manager is marked as awaited already
        here.accept("b1", report("ann"));
        CompletableFuture<Void> claimed = heldOpen(there, sql -> there.due().claim(sql, LearnerState.NEW, 10));

        CompletableFuture<Standing> created = here.learners().userKnown(here.claim("boss"), created(), "4711", false);
        waitsOrIsDone(created);
        commit.complete(null);
        claimed.join();
        created.join();

        assertThat(here.claim().stream().filter(learner -> learner.manager() != null))
                .hasSize(2);
    }

    @Test
    void aReportIsWokenWhoBeginsToWaitWhileTheBatchEnds() {
        here.accept("b1", report("ann"));
        CompletableFuture<Void> claimed = heldOpen(there, sql -> there.due().claim(sql, LearnerState.NEW, 10));

        CompletableFuture<Void> closed =
                CompletableFuture.runAsync(() -> here.batches().close("b1", 1, null, null));
        waitsOrIsDone(closed);
        commit.complete(null);
        claimed.join();
        closed.join();

        assertThat(here.claim()).hasSize(1);
    }

    @Test
    void claimsBesideAClaimThatIsNotThrough() {
        here.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        CompletableFuture<Void> first = heldOpen(there, sql -> there.due().claim(sql, LearnerState.NEW, 1));

        CompletableFuture<List<LearnerInFlight>> beside = CompletableFuture.supplyAsync(here::claim);
        waitsOrIsDone(beside);
        boolean waited = !beside.isDone();
        commit.complete(null);
        first.join();

        assertThat(waited).isFalse();
        assertThat(beside.join()).extracting(learner -> learner.learner().key()).containsExactly("bob");
    }

    @Test
    void bridgesThatWaitForEachOtherAreBothServed() {
        here.accept("b1", person(2, "ann", WELCOME), person(3, "bob", WELCOME));
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Void> first = heldOpen(here, sql -> accept(sql, "b1", person(2, "ann", SAFETY)), sql -> {
            runs.incrementAndGet();
            return accept(sql, "b1", person(3, "bob", SAFETY));
        });

        CompletableFuture<Void> second = there.database().write(sql -> {
            runs.incrementAndGet();
            accept(sql, "b1", person(3, "bob", SAFETY));
            return accept(sql, "b1", person(2, "ann", SAFETY));
        });
        waitsOrIsDone(second);
        commit.complete(null);
        first.join();
        second.join();

        assertThat(runs).hasValueGreaterThan(2);
        assertThat(here.state("ann", SAFETY)).isEqualTo("DUE");
        assertThat(here.state("bob", SAFETY)).isEqualTo("DUE");
    }

    private static Void accept(Sql sql, String batch, NewLearner learner) throws SQLException {
        new LearnerRow(sql, batch, false, null, 0).accept(learner);
        return null;
    }

    private static NewLearner report(String name) {
        String email = name + "@example.com";
        Map<String, String> values = Map.of("email", email, "name", name, "managerEmail", "boss@example.com");
        return new NewLearner(5, name, email, values, List.of(WELCOME));
    }

    private static Attempt created() {
        return Attempt.started(1, AlmCall.CREATE_USER, null, 1).succeeded(1, 200, "gw");
    }

    private static Attempt enrolled() {
        return Attempt.started(2, AlmCall.ENROL_USER, WELCOME.loInstanceId(), 1).succeeded(1, 200, "gw");
    }

    /** Returns when the work is done, and not committed. */
    private CompletableFuture<Void> heldOpen(TestLedger ledger, Work<?> work) {
        return heldOpen(ledger, work, sql -> null);
    }

    /** @param rest what the transaction does before it is committed */
    private CompletableFuture<Void> heldOpen(TestLedger ledger, Work<?> work, Work<?> rest) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> held = ledger.database().write(sql -> {
            work.run(sql);
            done.complete(null);
            commit.join();
            rest.run(sql);
            return null;
        });
        held.exceptionally(failure -> {
            done.completeExceptionally(failure);
            return null;
        });
        done.join();
        return held;
    }

    /** The other bridge has come to the same people: it waits for the transaction that is open, or has passed it by. */
    private void waitsOrIsDone(CompletableFuture<?> other) {
        awaiting("a wait for a lock").until(() -> other.isDone() || locksWaitedFor() > 0);
    }

    private long locksWaitedFor() throws SQLException {
        try (Connection connection = Postgres.dataSource(url).getConnection();
                Sql sql = new Sql(connection, Store.POSTGRESQL)) {
            return sql.count("SELECT count(*) FROM pg_locks WHERE NOT granted");
        }
    }
}
