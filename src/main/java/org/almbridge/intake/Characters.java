package org.almbridge.intake;

/** Names the characters that structure a CSV input, for a person to read and for a setting to hold. */
final class Characters {

    private Characters() {}

    /** With its article, as in "a semicolon". */
    static String one(char c) {
        return switch (c) {
            case ',' -> "a comma";
            case ';' -> "a semicolon";
            case '\t' -> "a tab";
            case '"' -> "a double quote";
            case '\'' -> "a single quote";
            default -> "a " + c;
        };
    }

    static String several(char c) {
        return one(c).substring(2) + (Character.isLetter(one(c).charAt(2)) ? "s" : "");
    }

    /** As a setting spells it. */
    static String setting(char c) {
        return c == '\t' ? "tab" : String.valueOf(c);
    }
}
