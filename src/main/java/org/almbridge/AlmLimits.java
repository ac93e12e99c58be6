package org.almbridge;

import java.util.Optional;

/** Knows how often ALM lets an HTTP method be used. */
public interface AlmLimits {

    /**
     * What ALM allows at present.
     *
     * @param perMinute calls a minute in the long run, more than 0
     * @param burst     calls that pass at once beyond the one that is due
     */
    record AlmLimit(double perMinute, int burst) {}

    /** Empty while no limit is known. */
    Optional<AlmLimit> of(String method);
}
