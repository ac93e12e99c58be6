package org.almbridge.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Puts the cells of one CSV record under the header's names, within bounds, or says why they make no row. */
final class CsvRowCells implements ObjIntConsumer<String> {

    /** In characters; real values are far shorter, and a longer one would only be refused later. */
    static final int MAX_CELL_LENGTH = 65_536;

    /** Bounds a row of very many cells, each of them short enough. */
    static final int MAX_ROW_LENGTH = 1_048_576;

    private final CsvHeader header;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int cells;
    private int length;
    private boolean blank = true;

    CsvRowCells(CsvHeader header) {
        this.header = header;
    }

    @Override
    public void accept(String cell, int position) {
        cells++;
        String value = Text.trim(cell);
        blank &= value.isEmpty();
        if (!value.isEmpty() && position < header.size()) {
            header.attribute(position).ifPresent(attribute -> keep(attribute, value));
        }
    }

    private void keep(String attribute, String value) {
        if (value.length() > MAX_CELL_LENGTH) {
            problems.add(attribute + " is longer than " + MAX_CELL_LENGTH + " characters: shorten it");
        } else if (length <= MAX_ROW_LENGTH) {
            length += value.length();
            columns.put(attribute, value.replace(Utf8Reader.NUL_STAND_IN, '\0'));
        }
    }

    boolean isBlankLine() {
        return blank;
    }

    Row row(int number) {
        if (cells != header.size()) {
            // the values may stand under the wrong names, so nothing else can be said about them
            return Row.unreadable(number, List.of(wrongCellCount()));
        }
        if (length > MAX_ROW_LENGTH) {
            problems.add("the row is longer than " + MAX_ROW_LENGTH + " characters: shorten its values");
        }
        return problems.isEmpty() ? new Row(number, columns) : Row.unreadable(number, problems);
    }

    private String wrongCellCount() {
        return "the row does not fit the header (columns: " + cells + " instead of " + header.size() + ")"
                + (cells > header.size()
                        ? ": put a value that contains a comma between double quotes"
                        : ": add the missing commas, also for columns without a value");
    }
}
