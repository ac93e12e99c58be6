package org.almbridge.ledger;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.almbridge.BridgeConfig;
import org.almbridge.ledger.GroupCommit.Work;
import org.apache.camel.quarkus.main.events.BeforeInitialize;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens the ledger before any route starts and closes it after the last one has stopped. */
@Singleton
public class LedgerDatabase implements LedgerView {

    private final String url;
    private final Supplier<? extends DataSource> dataSource;
    private final Supplier<Flyway> flyway;
    private final Store store;
    private final Lease lease;
    private final Availability availability;
    private LedgerFile file;
    private GroupCommit writer;

    @Inject
    LedgerDatabase(LedgerSource source, BridgeConfig config, Clock clock) {
        this(source.url(), config.ledger().leaseMs(), clock, source::dataSource, source::flyway);
    }

    /** @param url where the data source leads */
    LedgerDatabase(
            String url, long leaseMs, Clock clock, Supplier<? extends DataSource> dataSource, Supplier<Flyway> flyway) {
        this.url = url;
        this.dataSource = dataSource;
        this.flyway = flyway;
        this.store = Store.of(url);
        this.lease = store == Store.SQLITE ? new SoleLease(clock) : new SharedLease(clock, leaseMs);
        this.availability = new Availability(store, clock);
    }

    void open(@Observes BeforeInitialize event) {
        if (store == Store.SQLITE) {
            file = LedgerFile.acquire(url);
        }
        migrate();
        writer = new GroupCommit(dataSource, store, lease, availability);
        write(sql -> null).join();
    }

    private void migrate() {
        try {
            flyway.get().migrate();
        } catch (FlywayException e) {
            if (store == Store.SQLITE || !(e.getCause() instanceof SQLException failure)) {
                throw e;
            }
            // no cause: Quarkus prints the message of the innermost exception, and a stack trace for most others
            throw new ConfigurationException("bridge.ledger.url: the ledger cannot be opened ("
                    + failure.getMessage().lines().findFirst().orElse(failure.getSQLState())
                    + "). Check that the database is there and answers, and bridge.ledger.username and"
                    + " bridge.ledger.password, whose user must be allowed to create tables in it.");
        }
    }

    /** Marks the claims of this process, so that what it writes too late, or what an older one left, has no effect. */
    long epoch() {
        return lease.epoch();
    }

    /** Whether it is sure at this moment that what was claimed in that epoch is in no other hands. */
    boolean holds(long claimedIn) {
        return lease.holds(claimedIn);
    }

    /** Whether other processes may work on the same ledger. */
    boolean isShared() {
        return store != Store.SQLITE;
    }

    /** Whether the ledger cannot be reached at the moment, so that what is to be written waits. */
    public boolean isAway() {
        return availability.isAway();
    }

    /** What keeps it from being reached, empty while nothing does. */
    public Optional<LedgerOutage> outage() {
        return availability.outage();
    }

    /** Whether what this process has claimed is in no other hands; a store that is silent is noticed by it first. */
    public boolean isSureOfItsLease() {
        return lease.holds(lease.epoch());
    }

    /** Whether there is a thread that writes. */
    public boolean hasWriter() {
        return writer != null && writer.isAlive();
    }

    /** Continue on a thread of your own: the future completes on the ledger's. */
    <T> CompletableFuture<T> write(Work<T> work) {
        return writer.submit(null, work);
    }

    /**
     * The same for work on what was claimed.
     *
     * @param claimedIn the epoch of the claim; the future fails with {@link LeaseLostException} when that is over;
     *                  {@code null} for work on nothing that is claimed
     */
    <T> CompletableFuture<T> write(Long claimedIn, Work<T> work) {
        return writer.submit(claimedIn, work);
    }

    /**
     * Hands work out. Where several processes write, a look comes first that writes nothing: a bridge with nothing to do would
     * renew its lease and have a commit made durable several times for every poll.
     *
     * @param isThereAny may say too much
     */
    <T> List<T> claim(Work<Boolean> isThereAny, Work<List<T>> claim) {
        return isShared() && isIdle(isThereAny) ? List.of() : write(claim).join();
    }

    private boolean isIdle(Work<Boolean> isThereAny) {
        try {
            return !read(isThereAny);
        } catch (SQLException e) {
            return false; // the writer knows how to wait for a store that is away
        }
    }

    @Override
    public <T> T read(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.get().getConnection();
                Sql sql = new Sql(connection, store)) {
            connection.setAutoCommit(false); // or a large result would come into memory at once
            T result = work.run(sql);
            connection.commit();
            return result;
        }
    }

    /** The same, and however many statements look, all of them see the same moment. */
    <T> T readAsOfOneMoment(Work<T> work) throws SQLException {
        return read(sql -> {
            store.beginSnapshot(sql);
            return work.run(sql);
        });
    }

    /**
     * Has nothing of what was removed stay readable in the store's own files.
     *
     * @return whether that is so now
     */
    boolean clean() throws SQLException {
        try (Connection connection = dataSource.get().getConnection()) {
            return store.clean(connection);
        }
    }

    @PreDestroy
    void close() throws IOException {
        if (writer != null) {
            writer.close(sql -> {
                lease.end(sql);
                return null;
            });
        }
        if (file != null) {
            file.close();
        }
    }
}
