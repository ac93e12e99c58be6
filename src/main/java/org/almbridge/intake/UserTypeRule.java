package org.almbridge.intake;

import java.util.List;
import java.util.Map;

/** Lets internal people through only: ALM creates no others this way, they come in through an external profile. */
final class UserTypeRule implements RowRule {

    private static final String INTERNAL = "INTERNAL";

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        if (INTERNAL.equalsIgnoreCase(columns.getOrDefault(Attributes.USER_TYPE, INTERNAL))) {
            columns.put(Attributes.USER_TYPE, INTERNAL);
        } else {
            reasons.add("userType is not INTERNAL: write INTERNAL or leave it empty; external people join through an"
                    + " external profile in Adobe Learning Manager");
        }
    }
}
