package org.almbridge.intake;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the configuration of one source says of its inputs, and finds what cannot be meant. */
final class GivenSettings {

    private static final String CSV = "csv";
    private static final String XLSX = "xlsx";
    private static final String TAB = "\t";
    private static final Set<String> NAMES_OF_TAB = Set.of("tab", "\\t");

    private final Map<String, String> given;
    private final Map<String, Map<String, String>> mappings;
    private final InputSettings defaults;
    private final List<String> problems = new ArrayList<>();

    GivenSettings(String source, Map<String, String> given, Map<String, Map<String, String>> mappings) {
        this.mappings = mappings;
        this.given = given;
        this.defaults = new InputSettings(source);
    }

    InputSettings settings() {
        return new InputSettings(
                defaults.source(),
                encoding(),
                character(InputSettings.DELIMITER, defaults.delimiter()),
                character(InputSettings.QUOTE, defaults.quote()),
                given.get(InputSettings.SHEET),
                mapping());
    }

    /** @param format {@code null} when it is not known */
    List<String> problems(String format) {
        InputSettings settings = settings();
        if (settings.delimiter() == settings.quote()) {
            problems.add("quote is the same character as delimiter: give two different ones");
        }
        onlyWith(CSV, format, InputSettings.DELIMITER);
        onlyWith(CSV, format, InputSettings.QUOTE);
        onlyWith(XLSX, format, InputSettings.SHEET);
        if (given.containsKey(InputSettings.ENCODING) && XLSX.equals(format)) {
            problems.add(
                    "encoding does not count with the format xlsx, which says itself how it is written: remove it");
        }
        return problems;
    }

    private void onlyWith(String needed, String format, String setting) {
        if (given.containsKey(setting) && format != null && !needed.equals(format)) {
            problems.add(setting + " counts with the format " + needed + " only, and the format is " + format
                    + ": remove it");
        }
    }

    private Mapping mapping() {
        String name = given.get(InputSettings.MAPPING);
        if (name == null || mappings.containsKey(name)) {
            return name == null ? defaults.mapping() : new GivenMapping(name, mappings.get(name)).mapping();
        }
        problems.add("mapping is '" + name + "', which is none: "
                + (mappings.isEmpty()
                        ? "make it by bridge.mappings." + name + ".<attribute>"
                        : "give one of " + String.join(", ", new TreeSet<>(mappings.keySet()))));
        return defaults.mapping();
    }

    private Charset encoding() {
        String name = given.get(InputSettings.ENCODING);
        try {
            return name == null ? defaults.encoding() : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.add("encoding is '" + name + "', which is none that is known: give one such as UTF-8, UTF-16,"
                    + " windows-1252, ISO-8859-1 or Shift_JIS");
            return defaults.encoding();
        }
    }

    private char character(String setting, char normally) {
        String text = Optional.ofNullable(given.get(setting)).orElse(String.valueOf(normally));
        String character = NAMES_OF_TAB.contains(text) ? TAB : text;
        if (character.length() == 1 && isUsable(character.charAt(0))) {
            return character.charAt(0);
        }
        problems.add(setting + " is '" + text
                + "': give one character that can be seen, such as a semicolon, or the word tab");
        return normally;
    }

    private static boolean isUsable(char c) {
        return c == '\t'
                || c > ' '
                        && c != StrictReader.NUL_STAND_IN
                        && !Character.isLetterOrDigit(c)
                        && !Character.isISOControl(c)
                        && !Character.isSurrogate(c);
    }
}
