package org.almbridge.intake;

import java.io.IOException;
import java.util.Set;

/** Reads the rows below a CSV header. */
final class CsvRows extends OneAheadRows {

    private final CsvRecords records;
    private final InputSettings settings;
    private final CsvHeader header;

    CsvRows(CsvRecords records, InputSettings settings) throws IOException {
        this.records = records;
        this.settings = settings;
        this.header = CsvHeader.read(records, settings);
    }

    @Override
    public Set<String> ignoredColumns() {
        return header.ignored();
    }

    @Override
    Row read() throws IOException {
        CsvRowCells cells;
        do {
            cells = new CsvRowCells(header, settings);
            if (!records.next(cells)) {
                return null;
            }
        } while (cells.isBlankLine());
        return cells.row(records.number());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
