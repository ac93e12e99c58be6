package org.almbridge.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.almbridge.learner.SeveralValues;

/** Collects the values of one row within bounds that hold for every format, or says why they make no row. */
final class RowValues {

    /** In characters; real values are far shorter, and a longer one would only be refused later. */
    static final int MAX_VALUE_LENGTH = 65_536;

    /** Bounds a row of very many values, each of them short enough. */
    static final int MAX_ROW_LENGTH = 1_048_576;

    /** Whoever corrects the row sees soon enough whether the others are of the same kind. */
    private static final int MAX_PROBLEMS = 20;

    private final Mapping mapping;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Set<String> problems = new LinkedHashSet<>();
    private int length;

    RowValues(Mapping mapping) {
        this.mapping = mapping;
    }

    /** @param value without the blanks around it, which would count against the bounds */
    void keep(String attribute, String value) {
        if (value.length() > MAX_VALUE_LENGTH) {
            problem(attribute + " is longer than " + MAX_VALUE_LENGTH + " characters: shorten it");
        } else if (fits(value)) {
            String text = value.replace(StrictReader.NUL_STAND_IN, '\0');
            columns.put(
                    attribute,
                    mapping.split(attribute, text).map(RowValues::several).orElse(text));
        }
    }

    /** Keeps values that were read one by one, for which there is room. */
    void keep(String attribute, List<String> values) {
        columns.put(attribute, several(values));
    }

    /** What no text may hold stays as it is, for the rules to see it. */
    private static String several(List<String> values) {
        String all = String.join(" ", values);
        return all.isEmpty() || all.indexOf('\0') >= 0 || Text.hasLoneSurrogate(all) ? all : SeveralValues.text(values);
    }

    /** Counts a further part against what a row may hold; false once that is too much. */
    boolean fits(String part) {
        if (length <= MAX_ROW_LENGTH) {
            length += part.length();
        }
        return length <= MAX_ROW_LENGTH;
    }

    private void add(String attribute, String value) {
        columns.put(
                attribute,
                mapping.split(attribute, value).map(RowValues::several).orElse(value));
    }

    void problem(String problem) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(problem);
        }
    }

    Row row(int number) {
        List<String> all = new ArrayList<>(problems);
        if (length > MAX_ROW_LENGTH) {
            all.add("the row is longer than " + MAX_ROW_LENGTH + " characters: shorten its values");
        }
        mapping.defaults().forEach((attribute, value) -> {
            if (columns.getOrDefault(attribute, "").isEmpty()) {
                add(attribute, value);
            }
        });
        mapping.constants().forEach(this::add);
        return all.isEmpty() ? new Row(number, columns) : Row.unreadable(number, all);
    }
}
