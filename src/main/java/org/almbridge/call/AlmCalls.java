package org.almbridge.call;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.almbridge.BridgeConfig;

/**
 * The threads that call ALM, one for each connection. Work that finishes a created learner goes before work that starts
 * a new one, or created learners would wait behind thousands of creates for their enrolment.
 */
@Singleton
public class AlmCalls {

    private static final int FINISHING = 0;
    private static final int STARTING = 1;

    private record Task(int lane, long arrival, Runnable work) implements Runnable, Comparable<Task> {
        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Task other) {
            return lane == other.lane ? Long.compare(arrival, other.arrival) : Integer.compare(lane, other.lane);
        }
    }

    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger threads = new AtomicInteger();
    private final ThreadPoolExecutor pool;

    public AlmCalls(BridgeConfig config) {
        int size = config.alm().maxConnections();
        pool = new ThreadPoolExecutor(size, size, 30, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "alm-call-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** For work that brings a created learner closer to the end. */
    public Executor finishing() {
        return work -> execute(FINISHING, work);
    }

    public Executor starting() {
        return work -> execute(STARTING, work);
    }

    private void execute(int lane, Runnable work) {
        underWay.incrementAndGet();
        try {
            pool.execute(new Task(lane, arrivals.incrementAndGet(), () -> run(work)));
        } catch (RejectedExecutionException e) {
            underWay.decrementAndGet();
            throw e;
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Pieces of work that are under way or wait for a thread. */
    public int underWay() {
        return underWay.get();
    }

    @PreDestroy
    public void stop() {
        pool.shutdown();
    }
}
