package org.almbridge.course;

/**
 * What people are to be enrolled in, as a row or a rule names it.
 *
 * @param loInstanceId {@code null} for the default instance
 */
public record Course(String loId, String loInstanceId) {

    public boolean namesInstance() {
        return loInstanceId != null;
    }
}
