package org.almbridge.intake;

import java.util.List;
import java.util.function.ObjIntConsumer;

/** Puts the cells of one CSV record under the header's names, or says why they make no row. */
final class CsvRowCells implements ObjIntConsumer<String> {

    private final Header header;
    private final InputSettings settings;
    private final RowValues values;
    private int cells;
    private boolean blank = true;

    CsvRowCells(Header header, InputSettings settings) {
        this.header = header;
        this.settings = settings;
        this.values = new RowValues(settings.mapping());
    }

    @Override
    public void accept(String cell, int position) {
        cells++;
        String value = Text.trim(cell);
        blank &= value.isEmpty();
        if (!value.isEmpty() && position < header.size()) {
            header.attribute(position).ifPresent(attribute -> values.keep(attribute, value));
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
        return values.row(number);
    }

    private String wrongCellCount() {
        return "the row does not fit the header (columns: " + cells + " instead of " + header.size() + ")"
                + (cells > header.size()
                        ? ": put a value that contains " + Characters.one(settings.delimiter()) + " between "
                                + Characters.several(settings.quote())
                        : ": add the missing " + Characters.several(settings.delimiter())
                                + ", also for columns without a value");
    }
}
