package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.almbridge.support.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {

    private static final String INSERT = "INSERT INTO note (text) VALUES (?)";

    @TempDir
    Path folder;

    private DataSource dataSource;
    private GroupCommit commits;

    /** Holds the writer up, so that what is submitted meanwhile becomes one group. */
    private final CompletableFuture<Void> release = new CompletableFuture<>();

    @BeforeEach
    void open() throws SQLException {
        dataSource = TestLedger.dataSource("jdbc:sqlite:" + folder.resolve("notes.db"));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)");
        }
        commits = new GroupCommit(
                () -> dataSource, Store.SQLITE, new NoLease(), new Availability(Store.SQLITE, Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        release.complete(null);
        commits.close(sql -> null);
    }

    @Test
    void isDurableWhenTheFutureCompletes() throws SQLException {
        assertThat(note("a").join()).isEqualTo(1);

        assertThat(notes()).containsExactly("a");
    }

    @Test
    void keepsTheOrderOfSubmission() throws SQLException {
        holdUp();
        List<String> texts =
                IntStream.range(0, 2_500).mapToObj(i -> "note " + i).toList();
        List<String> completed = new ArrayList<>();
        List<CompletableFuture<Void>> futures = texts.stream()
                .map(text -> note(text).thenAccept(done -> completed.add(text)))
                .toList();

        release.complete(null);
        futures.forEach(CompletableFuture::join);

        assertThat(completed).isEqualTo(texts);
        assertThat(notes()).isEqualTo(texts);
    }

    @Test
    void letsAFailingPieceFailAlone() throws SQLException {
        holdUp();
        CompletableFuture<Integer> before = note("a");
        CompletableFuture<Integer> twice = note("a");
        CompletableFuture<Integer> broken = commits.submit(null, sql -> {
            sql.update(INSERT, "half");
            throw new IllegalArgumentException("a bug");
        });
        CompletableFuture<Integer> after = note("b");

        release.complete(null);

        assertThat(before.join()).isEqualTo(1);
        assertThatThrownBy(twice::join).isInstanceOf(CompletionException.class).hasCauseInstanceOf(SQLException.class);
        assertThatThrownBy(broken::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(after.join()).isEqualTo(1);
        assertThat(notes()).containsExactly("a", "b");
    }

    @Test
    void seesWhatWasSubmittedBefore() {
        holdUp();
        note("a");
        CompletableFuture<Long> count = commits.submit(null, sql -> sql.count("SELECT count(*) FROM note"));

        release.complete(null);

        assertThat(count.join()).isEqualTo(1);
    }

    @Test
    void writesWhatWasSubmittedBeforeItWasClosed() throws SQLException {
        holdUp();
        List<CompletableFuture<Integer>> futures =
                IntStream.range(0, 1_500).mapToObj(i -> note("note " + i)).toList();

        release.complete(null);
        commits.close(sql -> null);

        assertThat(futures).allMatch(CompletableFuture::isDone);
        assertThat(notes()).hasSize(1_500);
    }

    @Test
    void refusesWorkOnceItIsClosed() throws SQLException {
        commits.close(sql -> null);

        assertThatThrownBy(note("late")::join)
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("the ledger is closed");
        assertThat(notes()).isEmpty();
    }

    @Test
    void canBeClosedTwice() {
        commits.close(sql -> null);
        commits.close(sql -> null);

        assertThat(note("late")).isCompletedExceptionally();
    }

    /** What was given up because the store was away while the bridge stopped, although its end was not known. */
    @Test
    void goesOnAfterATransactionThatWasGivenUpAndMadeAfterAll() throws SQLException {
        AtomicInteger renewals = new AtomicInteger();
        Lease lease = new NoLease() {
            @Override
            public boolean renew(Sql sql) {
                return renewals.getAndIncrement() > 0;
            }
        };
        GroupCommit others = new GroupCommit(
                () -> dataSource, Store.SQLITE, lease, new Availability(Store.SQLITE, Clock.systemUTC()));

        CompletableFuture<Integer> note = others.submit(null, sql -> sql.update(INSERT, "a"));

        Patience.awaiting("the end of the work").until(note::isDone);
        others.close(sql -> null);
        assertThat(notes()).containsExactly("a");
    }

    private void holdUp() {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        commits.submit(null, sql -> {
            reached.complete(null);
            return release.join();
        });
        reached.join();
    }

    private CompletableFuture<Integer> note(String text) {
        return commits.submit(null, sql -> sql.update(INSERT, text));
    }

    private List<String> notes() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Sql sql = new Sql(connection, Store.SQLITE)) {
            return sql.query("SELECT text FROM note ORDER BY id", row -> row.getString(1));
        }
    }

    /** The one of a test that knows nothing of claims. */
    private static class NoLease implements Lease {
        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public boolean renew(Sql sql) {
            return true;
        }

        @Override
        public boolean holds(long claimedIn) {
            return true;
        }

        @Override
        public void renewed() {}

        @Override
        public void end(Sql sql) {}
    }
}
