package org.almbridge.course;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.almbridge.BridgeConfig;
import org.almbridge.directory.Directory;

/** Remembers what ALM said of a course; what is missing is asked for again soon, because people put it right. */
@Singleton
public class CourseDirectory {

    private final Directory<Course, CourseFinding> findings;

    CourseDirectory(CourseSource source, BridgeConfig config, Clock clock) {
        BridgeConfig.Alm alm = config.alm();
        findings = new Directory<>(
                source::ask,
                finding -> finding.isAvailable() ? alm.courseCacheMs() : alm.missingCourseCacheMs(),
                clock);
    }

    /** What ALM said last, however long ago; asks nobody. */
    public Optional<CourseFinding> lastFinding(Course course) {
        return findings.last(course);
    }

    /** The future completes on the thread that has the answer: continue elsewhere. */
    public CompletableFuture<CourseFinding> find(Course course) {
        return findings.find(course);
    }
}
