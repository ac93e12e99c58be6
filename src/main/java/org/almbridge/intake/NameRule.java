package org.almbridge.intake;

import java.util.List;
import java.util.Map;

/** Asks for a name, without which ALM creates no user. */
final class NameRule implements RowRule {

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        if (!columns.containsKey(Attributes.NAME)) {
            reasons.add("name is missing: give the person's full name");
        }
    }
}
