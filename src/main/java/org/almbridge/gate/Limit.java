package org.almbridge.gate;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often ALM lets one HTTP method be used.
 *
 * @param perMinute calls a minute in the long run, more than 0
 * @param burst     calls that pass at once beyond the one that is due
 */
public record Limit(double perMinute, int burst) {

    /** As {@code 600r/m}, also by the second and the hour; ALM's manual writes the burst behind it once. */
    private static final Pattern RATE = Pattern.compile(
            "\\s*([0-9]{1,9}(?:\\.[0-9]{1,20})?)\\s*r\\s*/\\s*([smh])(?:\\s*/.*)?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BURST = Pattern.compile("\\s*([0-9]{1,9})\\s*");

    /** Calls a minute; less than one an hour would keep the bridge from ever being told another limit. */
    private static final double LEAST = 1 / 60.0;

    private static final Map<String, Double> MINUTES = Map.of("s", 1 / 60.0, "m", 1.0, "h", 60.0);

    /**
     * @param rate  value of {@code x-rate-limit}, {@code null} when it is absent
     * @param burst value of {@code x-burst}; absent or unreadable it is none
     * @return empty for a rate that cannot be read
     */
    public static Optional<Limit> announced(String rate, String burst) {
        Matcher matcher = RATE.matcher(rate == null ? "" : rate);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double perMinute = Double.parseDouble(matcher.group(1))
                / MINUTES.get(matcher.group(2).toLowerCase());
        return perMinute >= LEAST ? Optional.of(new Limit(perMinute, calls(burst))) : Optional.empty();
    }

    private static int calls(String burst) {
        Matcher matcher = BURST.matcher(burst == null ? "" : burst);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** What {@link #announced} reads back. */
    String rateText() {
        return perMinute == Math.rint(perMinute) ? Math.round(perMinute) + "r/m" : perMinute + "r/m";
    }

    double perMillisecond() {
        return perMinute / 60_000;
    }
}
