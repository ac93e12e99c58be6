package org.almbridge.course;

import org.almbridge.directory.Evidence;

/**
 * What ALM says of a course. A failed call is no finding: it says nothing of the course.
 *
 * @param loInstanceId the instance that people can be enrolled in, {@code null} when there is none
 * @param fault        which part of the course is wrong, {@code null} when none is
 * @param problem      the same in words, {@code null} when there is none
 * @param evidence     the answer that says so, {@code null} when nothing is wrong
 */
public record CourseFinding(String loInstanceId, Part fault, String problem, Evidence evidence) {

    /** The two ids of a course. */
    public enum Part {
        LEARNING_OBJECT,
        INSTANCE
    }

    public static CourseFinding available(String loInstanceId) {
        return new CourseFinding(loInstanceId, null, null, null);
    }

    public static CourseFinding missing(Part fault, String problem, Evidence evidence) {
        return new CourseFinding(null, fault, problem, evidence);
    }

    public boolean isAvailable() {
        return loInstanceId != null;
    }
}
