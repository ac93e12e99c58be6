package org.almbridge.intake;

import java.util.List;
import java.util.Map;

/** Refuses half of a character, which escapes of JSON can spell: no UTF-8 has one, so neither ledger nor ALM takes it. */
final class SurrogateRule implements RowRule {

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        columns.forEach((column, value) -> {
            if (Text.hasLoneSurrogate(value)) {
                reasons.add(column + " contains half of a character: export the row again or type the value anew");
            }
        });
    }
}
