package org.almbridge;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs what is due on the test's own thread, and moves the clock from one such moment to the next. */
public final class SteppedTimer extends AbstractExecutorService implements ScheduledExecutorService {

    private static final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {
        private final long at;
        private final long number;

        Task(Callable<V> work, long at, long number) {
            super(work);
            this.at = at;
            this.number = number;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException("nobody asks");
        }
    }

    private final SteppedClock clock;
    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>>comparingLong(task -> task.at).thenComparingLong(task -> task.number));
    private long number;

    public SteppedTimer(SteppedClock clock) {
        this.clock = clock;
    }

    /** Lets that much time pass, with everything that falls due in it. */
    public void advance(long millis) {
        long end = clock.millis() + millis;
        while (!tasks.isEmpty() && tasks.peek().at <= end) {
            next();
        }
        clock.advance(end - clock.millis());
    }

    /** Moves on to what is due next and runs it; false when nothing is. */
    public boolean next() {
        Task<?> task = tasks.poll();
        if (task == null) {
            return false;
        }
        clock.advance(Math.max(0, task.at - clock.millis()));
        task.run();
        try {
            task.get();
        } catch (Exception e) {
            throw new AssertionError("a task of the timer failed", e);
        }
        return true;
    }

    public int waiting() {
        return tasks.size();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    work.run();
                    return null;
                },
                delay,
                unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        Task<V> task = new Task<>(work, clock.millis() + unit.toMillis(delay), number++);
        tasks.add(task);
        return task;
    }

    @Override
    public void execute(Runnable work) {
        schedule(work, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long initial, long period, TimeUnit unit) {
        throw new UnsupportedOperationException("the bridge schedules nothing at a rate");
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long initial, long delay, TimeUnit unit) {
        return schedule(
                () -> {
                    work.run();
                    scheduleWithFixedDelay(work, delay, delay, unit);
                },
                initial,
                unit);
    }

    @Override
    public void shutdown() {
        tasks.clear();
    }

    @Override
    public List<Runnable> shutdownNow() {
        tasks.clear();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
