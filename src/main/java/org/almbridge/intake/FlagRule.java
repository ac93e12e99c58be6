package org.almbridge.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the ways in which spreadsheets write yes and no, and leaves {@code true} or {@code false}. */
record FlagRule(String column) implements RowRule {

    private static final Map<String, String> CANONICAL =
            Map.of("true", "true", "yes", "true", "1", "true", "false", "false", "no", "false", "0", "false");

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String value = columns.get(column);
        if (value == null) {
            return;
        }
        String flag = CANONICAL.get(value.toLowerCase(Locale.ROOT));
        if (flag == null) {
            reasons.add(column + " is neither yes nor no: write true or false, or leave it empty");
        } else {
            columns.put(column, flag);
        }
    }
}
