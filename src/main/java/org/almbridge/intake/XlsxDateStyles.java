package org.almbridge.intake;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows which styles of a workbook show a number as a date, for nothing else tells a date from a number. */
record XlsxDateStyles(BitSet styles) {

    static final XlsxDateStyles NONE = new XlsxDateStyles(new BitSet());

    private static final int MAX_STYLES = 100_000;
    private static final int MAX_FORMAT_LENGTH = 1_000;

    /** What a format only shows: texts, characters behind a backslash, colours, currencies and languages. */
    private static final Pattern SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");

    private static final Pattern PART_OF_A_DATE = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);

    /** @param xml is closed */
    static XlsxDateStyles read(XmlPart xml) throws IOException {
        Set<String> dates = new HashSet<>();
        BitSet styles = new BitSet();
        int count = 0;
        try (xml) {
            boolean ofCells = false;
            while (count < MAX_STYLES && xml.next()) {
                if (xml.isStart("numFmt") && dates.size() < MAX_STYLES && isDate(xml.attribute("formatCode"))) {
                    dates.add(xml.attribute("numFmtId"));
                } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                    ofCells = xml.isStart("cellXfs");
                } else if (ofCells && xml.isStart("xf")) {
                    String format = xml.attribute("numFmtId");
                    styles.set(count++, dates.contains(format) || isBuiltInDate(format));
                }
            }
        }
        return new XlsxDateStyles(styles);
    }

    /** A format such as {@code [h]:mm} shows a duration, which stays a number. */
    static boolean isDate(String format) {
        return format != null
                && format.length() <= MAX_FORMAT_LENGTH
                && !format.equalsIgnoreCase("General")
                && PART_OF_A_DATE.matcher(SHOWN.matcher(format).replaceAll("")).find()
                && !format.matches("(?i).*\\[[hms]+].*");
    }

    /** Those that every spreadsheet knows without a definition, the ones of East Asia included. */
    private static boolean isBuiltInDate(String format) {
        if (format == null || !format.matches("\\d{1,3}")) {
            return false;
        }
        int id = Integer.parseInt(format);
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58;
    }

    boolean isDate(int style) {
        return style >= 0 && styles.get(style);
    }
}
