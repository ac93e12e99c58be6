package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Writes in the order of submission, many pieces of work to a transaction, because the price of durability is the sync
 * of a commit and not the rows in it. The work of one learner is a few rows; alone it would cost a sync each. While the
 * store cannot be reached, all of it waits.
 */
final class GroupCommit {

    /** A change of the ledger; it may run a second time when a neighbour spoilt the transaction. */
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    private static final int MAX_GROUP = 1_000;

    /** While it closes: a server that has been away leaves dead connections in the pool, and each spoils one try. */
    private static final int LAST_TRIES = 10;

    /** @param epoch of the claim that the work is about, {@code null} when it is about none */
    private record Task<T>(Long epoch, Work<T> work, CompletableFuture<T> future) {
        Runnable run(Sql sql, long current) throws SQLException {
            if (epoch != null && epoch != current) {
                return () -> future.completeExceptionally(new LeaseLostException());
            }
            T result = work.run(sql);
            return () -> future.complete(result);
        }
    }

    private final Supplier<? extends DataSource> dataSource;
    private final Store store;
    private final Lease lease;
    private final Availability availability;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private boolean ended;
    private int lastTries;
    private final Thread writer = new Thread(this::writeUntilEnded, "ledger-writer");

    GroupCommit(Supplier<? extends DataSource> dataSource, Store store, Lease lease, Availability availability) {
        this.dataSource = dataSource;
        this.store = store;
        this.lease = lease;
        this.availability = availability;
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * The future completes on the writer's thread once the work is durable: continue elsewhere.
     *
     * @param epoch of the claim that the work is about, so that it fails when that is over; {@code null} when about none
     */
    <T> CompletableFuture<T> submit(Long epoch, Work<T> work) {
        synchronized (queue) {
            return isClosed()
                    ? CompletableFuture.failedFuture(new RejectedExecutionException("the ledger is closed"))
                    : enqueue(new Task<>(epoch, work, new CompletableFuture<>()));
        }
    }

    private <T> CompletableFuture<T> enqueue(Task<T> task) {
        queue.add(task);
        return task.future();
    }

    /** Whether anybody writes. */
    boolean isAlive() {
        return writer.isAlive();
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private void writeUntilEnded() {
        List<Task<?>> group = new ArrayList<>();
        while (!ended) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                continue; // nobody but close() ends this thread, and it does so by a last task
            }
            queue.drainTo(group, MAX_GROUP - 1);
            write(group);
            group.clear();
        }
    }

    private void write(List<Task<?>> group) {
        try {
            commit(group).forEach(Runnable::run);
        } catch (Throwable e) { // whatever it is, the writer goes on and whoever waits is told
            if (group.size() == 1) {
                group.get(0).future().completeExceptionally(e);
            } else {
                group.forEach(task -> write(List.of(task)));
            }
        }
    }

    /** @return what is to be told now that it is durable */
    private List<Runnable> commit(List<Task<?>> group) throws SQLException, InterruptedException {
        List<Runnable> completions = new ArrayList<>(group.size());
        for (int failures = 0; ; failures++) {
            try {
                commit(group, completions);
                availability.reached();
                return completions;
            } catch (SQLException e) {
                if (!store.isAway(e) && (!store.isConflict(e) || group.size() > 1)) {
                    throw e;
                }
                boolean closes = closing.await(availability.pauseMs(e, failures), TimeUnit.MILLISECONDS);
                if (closes && lastTries++ >= LAST_TRIES) {
                    throw new RejectedExecutionException("the ledger is closed", e);
                }
            }
        }
    }

    private void commit(List<Task<?>> group, List<Runnable> completions) throws SQLException {
        try (Connection connection = dataSource.get().getConnection();
                Sql sql = new Sql(connection, store)) {
            connection.setAutoCommit(false);
            try {
                boolean made = !lease.renew(sql);
                if (made && completions.size() < group.size()) {
                    lease.renewed(); // it was that of other work, which has been given up
                    made = !lease.renew(sql);
                }
                if (!made) {
                    completions.clear();
                    for (Task<?> task : group) {
                        completions.add(task.run(sql, lease.epoch()));
                    }
                    sql.flush();
                }
                connection.commit();
            } catch (Throwable e) {
                rollback(connection, e);
                throw e;
            }
        }
        lease.renewed();
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e); // a connection that is gone has nothing to take back
        }
    }

    /** Writes what was submitted before, then the last work, and ends. */
    void close(Work<?> last) {
        synchronized (queue) { // or work could slip in behind the last task and wait for ever
            closing.countDown();
            enqueue(last(last));
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its end, which the writer's thread brings about, ends the thread. */
    private <T> Task<T> last(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        future.whenComplete((done, failure) -> ended = true);
        return new Task<>(null, work, future);
    }
}
