package org.almbridge.call;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads {@code Retry-After}: ALM's gateway sends a decimal number of seconds, proxies may send a date. */
public final class RetryAfter {

    /** A wait that nobody means, such as one until a date in another century, must not lose a learner. */
    private static final Duration MAX = Duration.ofDays(1);

    /** No exponents: a number of few characters could have more digits than memory holds. */
    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+");

    private RetryAfter() {}

    /** @return milliseconds from {@code now}, never negative; {@code null} for a value that is neither */
    public static Long milliseconds(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String trimmed = value.trim();
        return SECONDS.matcher(trimmed).matches() ? bounded(new BigDecimal(trimmed)) : untilDate(trimmed, now);
    }

    private static Long bounded(BigDecimal seconds) {
        return seconds.max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(MAX.toSeconds()))
                .movePointRight(3)
                .setScale(0, RoundingMode.CEILING)
                .longValue();
    }

    private static Long untilDate(String value, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.min(Math.max(0, Duration.between(now, date).toMillis()), MAX.toMillis());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
