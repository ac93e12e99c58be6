package org.almbridge.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Reads the rows below the header of a sheet; a cell without a value that can be read costs only its row. */
final class XlsxRows extends OneAheadRows {

    private final XlsxPackage parts;
    private final XlsxCells cells;
    private final InputSettings settings;
    private final Header header;

    XlsxRows(XlsxPackage parts, XlsxCells cells, InputSettings settings) throws IOException {
        this.parts = parts;
        this.cells = cells;
        this.settings = settings;
        this.header = header();
    }

    /** The first row that is not blank; columns without a name in it count, so that positions stay. */
    private Header header() throws IOException {
        while (cells.nextRow()) {
            HeaderCells names = new HeaderCells();
            for (XlsxCell cell = cells.nextCell(); cell != null; cell = cells.nextCell()) {
                String name = cells.value(cell).text();
                if (name != null && !Text.trim(name).isEmpty()) {
                    for (int position = names.size(); position < cell.column(); position++) {
                        names.accept("", position);
                    }
                    names.accept(name, cell.column());
                }
            }
            if (!names.isBlankLine()) {
                return Header.of(names, settings, Optional.empty());
            }
        }
        throw Header.empty();
    }

    @Override
    Row read() throws IOException {
        while (cells.nextRow()) {
            RowValues values = new RowValues(settings.mapping());
            boolean blank = true;
            for (XlsxCell cell = cells.nextCell(); cell != null; cell = cells.nextCell()) {
                blank &= !keep(cell, values);
            }
            if (!blank) {
                return values.row(cells.row());
            }
        }
        return null;
    }

    /** Whether the cell holds anything, in a column that has a meaning or in another one. */
    private boolean keep(XlsxCell cell, RowValues values) {
        XlsxValues.Value value = cells.value(cell);
        String text = value.problem() == null ? Text.trim(value.text()) : "";
        if (cell.column() < header.size() && header.attribute(cell.column()).isPresent()) {
            String attribute = header.attribute(cell.column()).get();
            if (value.problem() != null) {
                values.problem(attribute + " " + value.problem());
            } else if (!text.isEmpty()) {
                values.keep(attribute, text);
            }
        }
        return value.problem() != null || !text.isEmpty();
    }

    @Override
    public Set<String> ignoredColumns() {
        return header.ignored();
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
