package org.almbridge.ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.flyway.FlywayDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.almbridge.ledger.GroupCommit.Work;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;

/** Opens the ledger before any route starts and closes it after the last one has stopped. */
@Singleton
public class LedgerDatabase {

    private static final String URL = "quarkus.datasource.sqlite.jdbc.url";

    private final String url;
    private final Clock clock;
    private final Supplier<? extends DataSource> dataSource;
    private final Supplier<Flyway> flyway;
    private LedgerFile file;
    private GroupCommit writer;
    private long epoch;

    @Inject
    LedgerDatabase(
            Config properties,
            Clock clock,
            @io.quarkus.agroal.DataSource("sqlite") Instance<AgroalDataSource> dataSource,
            @FlywayDataSource("sqlite") Instance<Flyway> flyway) {
        this(properties.getValue(URL, String.class), clock, dataSource::get, flyway::get);
    }

    /** @param url where the data source leads: {@code bridge.ledger.url}, or in the profile doctor a ledger to throw away */
    LedgerDatabase(String url, Clock clock, Supplier<? extends DataSource> dataSource, Supplier<Flyway> flyway) {
        this.url = url;
        this.clock = clock;
        this.dataSource = dataSource;
        this.flyway = flyway;
    }

    void open(@Observes BeforeInitialize event) {
        file = LedgerFile.acquire(url);
        flyway.get().migrate();
        writer = new GroupCommit(dataSource.get());
        epoch = write(this::nextEpoch).join();
    }

    private long nextEpoch(Sql sql) throws SQLException {
        long now = clock.millis();
        sql.update(
                "UPDATE learner SET claimed_by = NULL, due_at = " + LearnerRows.NEXT_DUE
                        + " WHERE claimed_by IS NOT NULL",
                now,
                now,
                now);
        sql.update("UPDATE delivery SET due_at = ?, claimed_by = NULL WHERE claimed_by IS NOT NULL", now);
        sql.update("UPDATE batch SET due_at = ?, claimed_by = NULL WHERE claimed_by IS NOT NULL", now);
        return sql.count("""
                INSERT INTO state (name, value) VALUES ('epoch', '1')
                ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(state.value AS BIGINT) + 1 AS TEXT)
                RETURNING CAST(value AS BIGINT)""");
    }

    /** Counts the starts of the process; marks its claims, so that what an older one writes late has no effect. */
    long epoch() {
        return epoch;
    }

    /** Continue on a thread of your own: the future completes on the ledger's. */
    <T> CompletableFuture<T> write(Work<T> work) {
        return writer.submit(work);
    }

    /** Sees what is durable, not what is still being written. */
    <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.get().getConnection();
                Sql sql = new Sql(connection)) {
            return work.run(sql);
        }
    }

    @PreDestroy
    void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
