package org.almbridge.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accepts a day as ISO 8601 writes it, the one form that cannot be mistaken; a time of day after it is dropped. */
final class StartDateRule implements RowRule {

    /** Four digits of the year: Java takes others as well, which no calendar of people has. */
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([Tt ].*)?");

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String value = columns.get(Attributes.START_DATE);
        if (value == null) {
            return;
        }
        Matcher day = DAY.matcher(value);
        if (day.matches() && isDay(day.group(1))) {
            columns.put(Attributes.START_DATE, day.group(1));
        } else {
            reasons.add("startDate is not a day: write it as 2026-12-01, year first");
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
