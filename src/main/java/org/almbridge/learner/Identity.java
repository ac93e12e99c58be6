package org.almbridge.learner;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who a person is in rows.
 *
 * @param key   {@code userUniqueId}, else the e-mail address in lower case
 * @param email address in lower case
 */
public record Identity(String key, String email) {

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_WORD_BEHIND = "(?![\\p{L}\\p{N}])";

    /** Of somebody of whom no more is known than what they are asked for by. */
    public static Identity of(String keyOrEmail) {
        return new Identity(keyOrEmail, keyOrEmail.toLowerCase(Locale.ROOT));
    }

    /** Whether the row is about this person. */
    public boolean isOf(Map<String, String> row) {
        return key.equals(row.get("userUniqueId")) || email.equalsIgnoreCase(row.get("email"));
    }

    /** Whether a text that people have written names this person, by the key or the address as a word of its own. */
    public boolean isNamedIn(String text) {
        return Pattern.compile(
                        NO_WORD_BEFORE + "(" + Pattern.quote(key) + "|" + Pattern.quote(email) + ")" + NO_WORD_BEHIND,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** Whether the row is about somebody whose manager this person is. */
    public boolean manages(Map<String, String> row) {
        return email.equalsIgnoreCase(row.get("managerEmail"));
    }
}
