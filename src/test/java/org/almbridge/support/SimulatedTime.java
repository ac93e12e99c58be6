package org.almbridge.support;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.almbridge.TestClock;

/**
 * A clock and a timer that advance together, and only when a test says so: hours pass in seconds, and however slow the
 * machine is, no time passes while the bridge works.
 */
public final class SimulatedTime extends AbstractExecutorService implements ScheduledExecutorService {

    private static final long TICK_MS = 10;

    private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>(
            Comparator.<Task<?>>comparingLong(task -> task.dueAt).thenComparing(task -> task.number));
    private final Runnable settle;
    private volatile long now = System.currentTimeMillis();
    private long numbers;
    private volatile boolean shutdown;

    /** @param settle returns when the bridge waits for nothing but time */
    SimulatedTime(Runnable settle) {
        this.settle = settle;
    }

    public Clock clock() {
        return new SimulatedClock();
    }

    public long millis() {
        return now;
    }

    /** Lets that much time pass, with all that falls due in it. */
    public void advance(Duration time) {
        long end = now + time.toMillis();
        settle.run();
        for (List<Task<?>> due = next(end); !due.isEmpty(); due = next(end)) {
            due.forEach(Task::run);
            settle.run();
        }
        now = end;
    }

    /** What falls due next, and what falls due almost at the same time: or every one of thousands would take a turn. */
    private synchronized List<Task<?>> next(long end) {
        List<Task<?>> due = new ArrayList<>();
        if (!tasks.isEmpty() && tasks.peek().dueAt <= end) {
            now = Math.min(end, Math.max(now, tasks.peek().dueAt + TICK_MS - 1));
            while (!tasks.isEmpty() && tasks.peek().dueAt <= now) {
                due.add(tasks.poll());
            }
        }
        return due;
    }

    private synchronized <T> Task<T> add(Task<T> task) {
        if (!shutdown) {
            tasks.add(task);
        }
        return task;
    }

    private synchronized void remove(Task<?> task) {
        tasks.remove(task);
    }

    private synchronized long nextNumber() {
        return numbers++;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return add(new Task<>(command, now + unit.toMillis(delay), 0));
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return add(new Task<>(callable, now + unit.toMillis(delay)));
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(command, initialDelay, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return add(new Task<>(command, now + unit.toMillis(initialDelay), unit.toMillis(delay)));
    }

    @Override
    public void execute(Runnable command) {
        schedule(command, 0, TimeUnit.MILLISECONDS);
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }

    private final class Task<T> extends FutureTask<T> implements RunnableScheduledFuture<T> {

        private final long number = nextNumber();
        private final long period;
        private long dueAt;

        Task(Runnable command, long dueAt, long period) {
            super(command, null);
            this.dueAt = dueAt;
            this.period = period;
        }

        Task(Callable<T> callable, long dueAt) {
            super(callable);
            this.dueAt = dueAt;
            this.period = 0;
        }

        @Override
        public void run() {
            if (!isPeriodic()) {
                super.run();
            } else if (runAndReset()) {
                dueAt = now + period;
                add(this);
            }
        }

        @Override
        public boolean cancel(boolean mayInterrupt) {
            remove(this);
            return super.cancel(mayInterrupt);
        }

        @Override
        public boolean isPeriodic() {
            return period > 0;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueAt - now, TimeUnit.MILLISECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
        }
    }

    private final class SimulatedClock extends TestClock {

        @Override
        public long millis() {
            return now;
        }
    }
}
