package org.almbridge.intake;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Accepts a manager by ALM's id only, since nothing here can look one up by e-mail address yet. */
final class ManagerRule implements RowRule {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String id = columns.get(Attributes.MANAGER_ID);
        if (id != null && !ID.matcher(id).matches()) {
            reasons.add("managerId is not a number: give the manager's user id in Adobe Learning Manager, digits only");
        }
        if (columns.containsKey(Attributes.MANAGER_EMAIL)) {
            reasons.add("managerEmail is not supported yet: leave it empty and give the manager's id as managerId");
        }
    }
}
