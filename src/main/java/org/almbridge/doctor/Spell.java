package org.almbridge.doctor;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Writes milliseconds the way people say them. */
final class Spell {

    private static final long SECOND = 1_000;

    private Spell() {}

    static String text(long ms) {
        if (ms < SECOND) {
            return ms + " ms";
        }
        long days = TimeUnit.MILLISECONDS.toDays(ms);
        if (days > 0 && ms == TimeUnit.DAYS.toMillis(days)) {
            return days + (days == 1 ? " day" : " days");
        }
        return ms < TimeUnit.MINUTES.toMillis(10)
                ? String.format(Locale.ROOT, "%.2f s", ms / (double) SECOND)
                : TimeUnit.MILLISECONDS.toMinutes(ms) + " min";
    }
}
