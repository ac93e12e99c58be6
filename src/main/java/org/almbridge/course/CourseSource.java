package org.almbridge.course;

import java.util.concurrent.CompletableFuture;

/** Asks ALM; the seam between what is remembered of courses and the route that reads them. */
public interface CourseSource {

    /** Fails when ALM did not say; never holds the caller's thread. */
    CompletableFuture<CourseFinding> ask(Course course);
}
