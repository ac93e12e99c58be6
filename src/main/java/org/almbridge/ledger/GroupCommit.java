package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sql.DataSource;

/**
 * Writes in the order of submission, many pieces of work to a transaction, because the price of durability is the sync
 * of a commit and not the rows in it. The work of one learner is a few rows; alone it would cost a sync each.
 */
final class GroupCommit implements AutoCloseable {

    /** A change of the ledger; it may run a second time when a neighbour spoilt the transaction. */
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    private static final int MAX_GROUP = 1_000;

    private record Task<T>(Work<T> work, CompletableFuture<T> future) {
        Runnable run(Sql sql) throws SQLException {
            T result = work.run(sql);
            return () -> future.complete(result);
        }
    }

    private final DataSource dataSource;
    private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final Thread writer = new Thread(this::writeUntilClosed, "ledger-writer");
    private volatile boolean closed;

    GroupCommit(DataSource dataSource) {
        this.dataSource = dataSource;
        writer.setDaemon(true);
        writer.start();
    }

    /** The future completes on the writer's thread once the work is durable: continue elsewhere. */
    <T> CompletableFuture<T> submit(Work<T> work) {
        synchronized (queue) {
            return closed
                    ? CompletableFuture.failedFuture(new IllegalStateException("the ledger is closed"))
                    : enqueue(work);
        }
    }

    private <T> CompletableFuture<T> enqueue(Work<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        queue.add(new Task<>(work, future));
        return future;
    }

    private void writeUntilClosed() {
        List<Task<?>> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
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
            commit(group);
        } catch (Throwable e) { // whatever it is, the writer goes on and whoever waits is told
            if (group.size() == 1) {
                group.get(0).future().completeExceptionally(e);
            } else {
                group.forEach(task -> write(List.of(task)));
            }
        }
    }

    private void commit(List<Task<?>> group) throws SQLException {
        List<Runnable> completions = new ArrayList<>(group.size());
        try (Connection connection = dataSource.getConnection();
                Sql sql = new Sql(connection)) {
            connection.setAutoCommit(false);
            try {
                for (Task<?> task : group) {
                    completions.add(task.run(sql));
                }
                connection.commit();
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        completions.forEach(Runnable::run);
    }

    /** Writes what was submitted before and ends. */
    @Override
    public void close() {
        synchronized (queue) { // or work could slip in behind the last task and wait for ever
            closed = true;
            enqueue(sql -> null);
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
