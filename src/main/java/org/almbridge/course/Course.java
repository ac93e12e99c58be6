package org.almbridge.course;

import org.almbridge.BridgeConfig;

/**
 * What people are to be enrolled in, as a row or a rule names it.
 *
 * @param loInstanceId {@code null} for the default instance
 */
public record Course(String loId, String loInstanceId) {

    /** What a rule of the configuration names. */
    public static Course of(BridgeConfig.EnrolmentRule rule) {
        return new Course(rule.loId(), rule.loInstanceId().orElse(null));
    }

    public boolean namesInstance() {
        return loInstanceId != null;
    }
}
