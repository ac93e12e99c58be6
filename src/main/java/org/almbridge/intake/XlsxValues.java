package org.almbridge.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what a cell of a workbook holds into the text that a person sees in it, as far as that has one meaning. */
record XlsxValues(SharedTexts texts, XlsxDateStyles dates, boolean epoch1904) {

    /** Digits that a spreadsheet keeps; what follows is noise of its arithmetic. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_EXPONENT = 308;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern ERROR = Pattern.compile("#[A-Z0-9/!?_]{1,20}");

    /** How XML spells a character that it may not have, as {@code _x0000_}. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    /** A value, or the words behind the column's name that say why there is none. */
    record Value(String text, String problem) {}

    Value value(XlsxCell cell) {
        if (cell.formula() && cell.value() == null) {
            return problem("has a formula without a value: save the workbook in a spreadsheet, or type the value");
        }
        String value = cell.value() == null ? "" : cell.value();
        return switch (cell.type()) {
            case "s" -> shared(value);
            case "str", "inlineStr" -> text(value);
            case "b" -> new Value(value.isEmpty() ? "" : Boolean.toString(isTrue(value)), null);
            case "d" -> new Value(value, null);
            case "n" -> value.isBlank() ? new Value("", null) : number(value.strip(), cell.style());
            case "e" ->
                problem("has the error " + (ERROR.matcher(value).matches() ? value : "of a formula")
                        + ": correct the formula, or type the value");
            default -> problem("is of a kind that is not understood: type the value anew");
        };
    }

    static boolean isTrue(String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private Value shared(String number) {
        String text = NUMBER.matcher(number).matches() ? texts.get(Integer.parseInt(number)) : null;
        return text == null
                ? problem("names a text that the workbook does not have: save it anew in a spreadsheet")
                : text(text);
    }

    private static Value text(String text) {
        if (!text.contains("_x")) {
            return new Value(text, null);
        }
        return new Value(
                ESCAPED.matcher(text)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)))),
                null);
    }

    private Value number(String value, int style) {
        BigDecimal number;
        try {
            number = value.length() > MAX_NUMBER_LENGTH ? null : new BigDecimal(value);
        } catch (NumberFormatException e) {
            number = null;
        }
        if (number == null || Math.abs((long) number.scale()) > MAX_EXPONENT + MAX_NUMBER_LENGTH) {
            return problem("has a number that cannot be read: type it anew, or as text");
        }
        if (dates.isDate(style)) {
            return XlsxDates.text(number, epoch1904)
                    .map(date -> new Value(date, null))
                    .orElseGet(() -> problem("has a date that there never was: type it anew, or as text"));
        }
        BigDecimal shown = number.round(DIGITS);
        return new Value(shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString(), null);
    }

    private static Value problem(String problem) {
        return new Value(null, problem);
    }
}
