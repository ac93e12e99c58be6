package org.almbridge.intake;

/**
 * Knows what people take for a blank: spreadsheets and web forms add no-break spaces that {@link String#strip()} keeps,
 * while {@link String#trim()} would hide a NUL.
 */
final class Text {

    private static final int MAX_LABEL_LENGTH = 60;

    private Text() {}

    /** A name that an input gives, as a line of a log can show it. */
    static String label(String name) {
        String printable = name.replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S} ]", "?");
        return printable.length() <= MAX_LABEL_LENGTH ? printable : printable.substring(0, MAX_LABEL_LENGTH) + "...";
    }

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static String withoutBlanks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !isBlank(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    static boolean hasLoneSurrogate(String text) {
        // a pair counts as the one character that it stands for
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
