package org.almbridge.alert;

import java.time.Instant;

/**
 * Something that is so at this moment and should not be.
 *
 * @param subject what it is about when there may be several, as the name of a source; {@code null} without
 * @param since   from when on it has been so, {@code null} when only looking tells
 * @param value   the number that is too high or too low, {@code null} without
 * @param reminds whether people are told again while it lasts
 */
record Finding(
        String alert,
        String subject,
        Severity severity,
        Instant since,
        String text,
        String advice,
        Number value,
        boolean reminds) {

    Finding(String alert, Severity severity, String text, String advice, Number value) {
        this(alert, null, severity, null, text, advice, value, true);
    }

    AlertKey key() {
        return new AlertKey(alert, subject);
    }
}
