package org.almbridge.doctor;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit as ALM announces it.
 *
 * @param rate  {@code x-rate-limit} as sent
 * @param burst {@code x-burst} as sent, {@code null} when it was not
 */
record Limit(String rate, String burst) {

    private static final Pattern RATE = Pattern.compile("([0-9]{1,9})\\s*r/([smh])");
    private static final int MINUTES_AN_HOUR = 60;
    /** A create and an enrolment. */
    private static final int POSTS_A_PERSON = 2;

    /** Calls an hour; empty for a rate in a form that is not known. */
    OptionalLong perHour() {
        Matcher known = RATE.matcher(rate.trim().toLowerCase(Locale.ROOT));
        if (!known.matches()) {
            return OptionalLong.empty();
        }
        long calls = Long.parseLong(known.group(1));
        return OptionalLong.of(
                switch (known.group(2)) {
                    case "s" -> calls * MINUTES_AN_HOUR * MINUTES_AN_HOUR;
                    case "m" -> calls * MINUTES_AN_HOUR;
                    default -> calls;
                });
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
