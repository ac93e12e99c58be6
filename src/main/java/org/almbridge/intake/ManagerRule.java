package org.almbridge.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks how a row names the manager: by ALM's id or by e-mail address, which ALM's own upload has in one column. */
final class ManagerRule implements RowRule {

    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String id = columns.get(Attributes.MANAGER_ID);
        String email = columns.get(Attributes.MANAGER_EMAIL);
        if (id != null && email != null) {
            reasons.add("managerId and managerEmail are both given: keep one of them");
        } else if (email != null) {
            checkEmail(Attributes.MANAGER_EMAIL, email, columns, reasons);
        } else if (id != null && id.indexOf('@') >= 0) {
            checkEmail(Attributes.MANAGER_ID, id, columns, reasons);
        } else if (id != null && !ID.matcher(id).matches()) {
            reasons.add(
                    "managerId is neither a number nor an e-mail address: give the manager's user id in Adobe Learning"
                            + " Manager, digits only, or the manager's e-mail address");
        }
    }

    /** @param column where it stands; from here on it is {@code managerEmail} */
    private static void checkEmail(String column, String email, Map<String, String> columns, List<String> reasons) {
        Optional<String> problem = EmailRule.problem(email);
        if (problem.isPresent()) {
            reasons.add(column + " " + problem.get());
        } else if (email.equalsIgnoreCase(columns.get(Attributes.EMAIL))) {
            reasons.add(column + " is the person's own address: give that of the manager, or leave it empty");
        } else {
            columns.remove(Attributes.MANAGER_ID);
            columns.put(Attributes.MANAGER_EMAIL, email.toLowerCase(Locale.ROOT));
        }
    }
}
