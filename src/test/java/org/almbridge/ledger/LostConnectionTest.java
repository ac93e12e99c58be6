package org.almbridge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.almbridge.support.Postgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A server whose connections end at the worst moments. */
class LostConnectionTest {

    /** What becomes of the next transaction. */
    private enum Fate {
        CANNOT_BEGIN,
        NOT_COMMITTED,
        COMMITTED_UNHEARD
    }

    private static final String CONNECTION_FAILURE = "08006";

    private final Queue<Fate> fates = new ConcurrentLinkedQueue<>();
    private final AtomicInteger runs = new AtomicInteger();
    private volatile boolean away;
    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        String url = Postgres.shared().newLedger();
        PGSimpleDataSource real = Postgres.dataSource(url);
        PGSimpleDataSource fateful = new PGSimpleDataSource() {
            private static final long serialVersionUID = 1L;

            @Override
            public Connection getConnection() throws SQLException {
                Fate fate = fates.poll();
                if (away || fate == Fate.CANNOT_BEGIN) {
                    throw lost();
                }
                return withFate(fate, real.getConnection());
            }
        };
        ledger = new LedgerDatabase(
                url,
                30_000,
                Clock.systemUTC(),
                () -> fateful,
                () -> Flyway.configure()
                        .dataSource(real)
                        .locations("db/ledger", "db/ledger-postgresql")
                        .load());
        ledger.open(null);
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void waitsForAServerThatIsAway() {
        IntStream.range(0, 3).forEach(i -> fates.add(Fate.CANNOT_BEGIN));

        count().join();

        assertThat(runs).hasValue(1);
        assertThat(counted()).isEqualTo(1);
        assertThat(ledger.isAway()).isFalse();
    }

    @Test
    void repeatsWhatTheServerHasForgotten() {
        fates.add(Fate.NOT_COMMITTED);

        count().join();

        assertThat(runs).hasValue(2);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void doesNotRepeatWhatTheServerHasDone() {
        fates.add(Fate.COMMITTED_UNHEARD);

        assertThat(count().join()).isEqualTo(1);

        assertThat(runs).hasValue(1);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void knowsWhatTheServerHasDoneAlsoWhenItIsAwayAfterwards() {
        fates.add(Fate.COMMITTED_UNHEARD);
        fates.add(Fate.CANNOT_BEGIN);
        fates.add(Fate.NOT_COMMITTED);

        assertThat(count().join()).isEqualTo(1);

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void endsAlthoughTheServerIsAway() throws IOException {
        away = true;
        CompletableFuture<Long> waiting = count();

        ledger.close();

        assertThatThrownBy(waiting::join)
                .as("a stop like any other")
                .hasCauseInstanceOf(RejectedExecutionException.class);
    }

    /** Work that must not be done twice. */
    private CompletableFuture<Long> count() {
        return ledger.write(sql -> {
            runs.incrementAndGet();
            return sql.count("""
                    INSERT INTO state (name, value) VALUES ('counter', '1')
                    ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(state.value AS BIGINT) + 1 AS TEXT)
                    RETURNING CAST(value AS BIGINT)""");
        });
    }

    private long counted() {
        return ledger.write(sql -> sql.count("SELECT CAST(value AS BIGINT) FROM state WHERE name = 'counter'"))
                .join();
    }

    private static Connection withFate(Fate fate, Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LostConnectionTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (fate != null && method.getName().equals("commit")) {
                        if (fate == Fate.COMMITTED_UNHEARD) {
                            connection.commit();
                        }
                        connection.close();
                        throw lost();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static SQLException lost() {
        return new SQLException("An I/O error occurred", CONNECTION_FAILURE);
    }
}
