package org.almbridge.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Is one record of an input, whatever its format: the number by which a person finds it again (the row of a spreadsheet,
 * where the header is row 1; the element of a JSON array; the line of NDJSON), the values under canonical names in the
 * input's order, and the problems of a record that could not be read as a row.
 */
public record Row(int number, Map<String, String> columns, List<String> problems) {

    /** Trims values and leaves blank ones out, so that "no value" looks the same in every format. */
    public Row {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((column, value) -> {
            String trimmed = Text.trim(value);
            if (!trimmed.isEmpty()) {
                values.put(column, trimmed);
            }
        });
        columns = Collections.unmodifiableMap(values);
        problems = List.copyOf(problems);
    }

    public Row(int number, Map<String, String> columns) {
        this(number, columns, List.of());
    }

    /** A record that is no row: it is rejected alone and does not stop the input. */
    public static Row unreadable(int number, List<String> problems) {
        return new Row(number, Map.of(), problems);
    }

    public boolean isReadable() {
        return problems.isEmpty();
    }
}
