package org.almbridge.simulator;

import java.util.Locale;

/** Says when two e-mail addresses are the same person to ALM: their case does not matter. */
final class Emails {

    private Emails() {}

    static String key(String email) {
        return email.trim().toLowerCase(Locale.ROOT);
    }
}
