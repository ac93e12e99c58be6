package org.almbridge.ledger;

import java.util.regex.Pattern;

/** What every store keeps as a text. What has come from outside may hold more: NUL, and halves of characters. */
public final class StorableText {

    private static final Pattern STRANGE = Pattern.compile("[\\x00\\p{Cs}]");

    private StorableText() {}

    public static String of(String text) {
        return mayBeStrange(text) ? STRANGE.matcher(text).replaceAll("\uFFFD") : text;
    }

    /** A look that costs little, for nearly all texts are plain; a surrogate may be one of a pair, which is a character. */
    private static boolean mayBeStrange(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
