package org.almbridge.learner;

import java.util.Locale;
import java.util.Map;

/**
 * Who a person is in rows.
 *
 * @param key   {@code userUniqueId}, else the e-mail address in lower case
 * @param email address in lower case
 */
public record Identity(String key, String email) {

    /** Of somebody of whom no more is known than what they are asked for by. */
    public static Identity of(String keyOrEmail) {
        return new Identity(keyOrEmail, keyOrEmail.toLowerCase(Locale.ROOT));
    }

    /** Whether the row is about this person. */
    public boolean isOf(Map<String, String> row) {
        return key.equals(row.get("userUniqueId")) || email.equalsIgnoreCase(row.get("email"));
    }

    /** Whether the row is about somebody whose manager this person is. */
    public boolean manages(Map<String, String> row) {
        return email.equalsIgnoreCase(row.get("managerEmail"));
    }
}
