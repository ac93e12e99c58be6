package org.almbridge.course;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.almbridge.BridgeConfig;

/**
 * Remembers for a while what ALM said of a course, so that one call serves many learners: those who ask while it is under
 * way wait for it. What is missing is asked for again soon, because people put it right; a failure is not remembered.
 */
@Singleton
public class CourseDirectory {

    /** Rows may name anything, so what is over is thrown away once there is more than this. */
    private static final int TIDY_ABOVE = 1_000;

    private static final class Entry {
        private final CompletableFuture<CourseFinding> finding = new CompletableFuture<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private volatile long expiresAt = Long.MAX_VALUE;

        boolean isOver(long now) {
            return now >= expiresAt;
        }
    }

    private final CourseSource source;
    private final BridgeConfig config;
    private final Clock clock;
    private final Map<Course, Entry> entries = new ConcurrentHashMap<>();

    CourseDirectory(CourseSource source, BridgeConfig config, Clock clock) {
        this.source = source;
        this.config = config;
        this.clock = clock;
    }

    /** The future completes on the thread that has the answer: continue elsewhere. */
    public CompletableFuture<CourseFinding> find(Course course) {
        long now = clock.millis();
        Entry entry = entries.compute(course, (key, known) -> known == null || known.isOver(now) ? new Entry() : known);
        if (entry.asked.compareAndSet(false, true)) {
            tidy(now);
            source.ask(course).whenComplete((finding, failure) -> settle(course, entry, finding, failure));
        }
        return entry.finding;
    }

    private void settle(Course course, Entry entry, CourseFinding finding, Throwable failure) {
        if (failure != null) {
            entries.remove(course, entry);
            entry.finding.completeExceptionally(failure);
        } else {
            BridgeConfig.Alm alm = config.alm();
            entry.expiresAt =
                    clock.millis() + (finding.isAvailable() ? alm.courseCacheMs() : alm.missingCourseCacheMs());
            entry.finding.complete(finding);
        }
    }

    private void tidy(long now) {
        if (entries.size() > TIDY_ABOVE) {
            entries.values().removeIf(entry -> entry.isOver(now));
        }
    }
}
