package org.almbridge.ledger;

import java.util.regex.Pattern;

/** What every store keeps as a text. What has come from outside may hold more: NUL, and halves of characters. */
public final class StorableText {

    private static final Pattern STRANGE = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    public static String of(String text) {
        return STRANGE.matcher(text).replaceAll("\uFFFD");
    }
}
