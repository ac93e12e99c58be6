package org.almbridge.source.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Compares watermarks: as moments whatever their offsets, else as numbers, else as text. */
final class Watermark {

    /** No exponents: a number of few characters could have more digits than memory holds. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,100}(\\.[0-9]{1,100})?");

    private Watermark() {}

    /** The higher of two, the first when they are equal; each may be {@code null}. */
    static String higher(String first, String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return compare(second, first) > 0 ? second : first;
    }

    private static int compare(String one, String other) {
        Instant moment = moment(one);
        Instant otherMoment = moment(other);
        if (moment != null && otherMoment != null) {
            return moment.compareTo(otherMoment);
        }
        if (NUMBER.matcher(one).matches() && NUMBER.matcher(other).matches()) {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        }
        return one.compareTo(other);
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
