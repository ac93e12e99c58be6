package org.almbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.regex.Pattern;

/** Goes through the rows and cells of one sheet in their order, and refuses a sheet that has another one. */
final class XlsxCells implements Closeable {

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_383;
    private static final int LETTERS = 26;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}\\d{1,7}");

    private final XmlPart xml;
    private final XlsxValues values;
    private int row;
    private int column;

    XlsxCells(XmlPart xml, XlsxValues values) {
        this.xml = xml;
        this.values = values;
    }

    /** Goes to the next row that the sheet writes, which may be blank; false behind the last one. */
    boolean nextRow() throws IOException {
        while (xml.next()) {
            if (xml.isEnd("sheetData")) {
                return false;
            }
            if (xml.isStart("row")) {
                row = inOrder(number(xml.attribute("r"), row + 1), row, LAST_ROW);
                column = -1;
                return true;
            }
        }
        return false;
    }

    /** The number of the row, from 1, as the spreadsheet shows it. */
    int row() {
        return row;
    }

    /** The next cell of the row, {@code null} behind the last one. */
    XlsxCell nextCell() throws IOException {
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                column = inOrder(column(xml.attribute("r")), column, LAST_COLUMN);
                return cell();
            }
        }
        return null;
    }

    XlsxValues.Value value(XlsxCell cell) {
        return values.value(cell);
    }

    private XlsxCell cell() throws IOException {
        String type = xml.attribute("t");
        int style = number(xml.attribute("s"), -1);
        boolean formula = false;
        String value = null;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("f")) {
                formula = true;
            } else if (xml.isStart("v")) {
                value = xml.text();
            } else if (xml.isStart("is")) {
                value = xml.richText();
            }
        }
        return new XlsxCell(column, type == null ? "n" : type, style, formula, value);
    }

    private int column(String place) {
        if (place == null) {
            return column + 1;
        }
        if (!PLACE.matcher(place).matches()) {
            return -1;
        }
        int number = 0;
        for (int i = 0; Character.isLetter(place.charAt(i)); i++) {
            number = number * LETTERS + place.charAt(i) - 'A' + 1;
        }
        return number - 1;
    }

    private static int number(String text, int without) {
        if (text == null) {
            return without;
        }
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    private int inOrder(int next, int last, int most) throws UnreadableInputException {
        if (next > last && next <= most) {
            return next;
        }
        throw new UnreadableInputException(
                "the sheet is damaged behind row " + row
                        + ", where rows or cells have a wrong number: save the workbook anew in a spreadsheet, and send it again");
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
