package org.almbridge.intake;

import java.util.List;
import java.util.Map;

/** Refuses NUL in any value: no text has one, databases cannot store it, and it marks a damaged export. */
final class NulRule implements RowRule {

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        columns.forEach((column, value) -> {
            if (value.indexOf('\0') >= 0) {
                reasons.add(column + " contains a NUL character: export the row again or type the value anew");
            }
        });
    }
}
