package org.almbridge.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Accepts a day as ISO 8601 writes it, the one form that cannot be mistaken; a time of day after it is dropped. */
final class StartDateRule implements RowRule {

    private static final int DATE_LENGTH = "2026-12-01".length();

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String value = columns.get(Attributes.START_DATE);
        if (value == null) {
            return;
        }
        try {
            columns.put(Attributes.START_DATE, LocalDate.parse(dayOf(value)).toString());
        } catch (DateTimeException e) {
            reasons.add("startDate is not a day: write it as 2026-12-01, year first");
        }
    }

    private static String dayOf(String value) {
        boolean timeFollows = value.length() > DATE_LENGTH && "Tt ".indexOf(value.charAt(DATE_LENGTH)) >= 0;
        return timeFollows ? value.substring(0, DATE_LENGTH) : value;
    }
}
