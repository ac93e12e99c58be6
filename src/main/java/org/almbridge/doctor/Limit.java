package org.almbridge.doctor;

import java.util.OptionalLong;

/**
 * A limit as ALM announces it.
 *
 * @param rate  {@code x-rate-limit} as sent
 * @param burst {@code x-burst} as sent, {@code null} when it was not
 */
record Limit(String rate, String burst) {

    private static final int MINUTES_AN_HOUR = 60;
    /** A create and an enrolment. */
    private static final int POSTS_A_PERSON = 2;

    /** Calls an hour; empty for a rate in a form that the bridge does not understand either. */
    OptionalLong perHour() {
        return org.almbridge.gate.Limit.announced(rate, burst).stream()
                .mapToLong(limit -> Math.round(limit.perMinute() * MINUTES_AN_HOUR))
                .findFirst();
    }

    /** People whom POSTs at that rate bring in. */
    OptionalLong peopleAnHour() {
        OptionalLong posts = perHour();
        return posts.isPresent() ? OptionalLong.of(posts.getAsLong() / POSTS_A_PERSON) : posts;
    }

    @Override
    public String toString() {
        return rate + (burst == null ? "" : ", burst " + burst);
    }
}
