package org.almbridge.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Catches what goes wrong with e-mail addresses in practice (two in one cell, a name around it, a lost part); whether the
 * mailbox exists is not for syntax to say.
 */
final class EmailRule implements RowRule {

    static final int MAX_LENGTH = 254;

    private static final String FORBIDDEN = "<>()[]\\,;:\"";

    @Override
    public void apply(Map<String, String> columns, List<String> reasons) {
        String email = columns.get(Attributes.EMAIL);
        if (email == null) {
            reasons.add("email is missing: give the person's e-mail address");
        } else {
            problem(email).ifPresent(problem -> reasons.add("email " + problem));
        }
    }

    /** What is wrong with an address and what to do, to be said after the name of its column. */
    static Optional<String> problem(String email) {
        int at = email.indexOf('@');
        if (email.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters (" + email.length()
                    + "): give one plain address such as ann@example.com");
        }
        if (email.codePoints().anyMatch(EmailRule::isBlankOrInvisible)) {
            return Optional.of("contains a space or an invisible character: remove it");
        }
        if (at < 0 || at != email.lastIndexOf('@')) {
            return Optional.of("must have exactly one @: give one plain address such as ann@example.com");
        }
        if (email.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)) {
            return Optional.of("contains a punctuation mark that no address has: give one plain address such as"
                    + " ann@example.com");
        }
        if (at == 0) {
            return Optional.of("has nothing before the @: give the whole address, such as ann@example.com");
        }
        return isDomain(email.substring(at + 1))
                ? Optional.empty()
                : Optional.of("has no complete domain after the @: give the whole address, such as ann@example.com");
    }

    private static boolean isBlankOrInvisible(int c) {
        return Text.isBlank(c) || Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isDomain(String domain) {
        return domain.contains(".") && !domain.startsWith(".") && !domain.endsWith(".") && !domain.contains("..");
    }
}
