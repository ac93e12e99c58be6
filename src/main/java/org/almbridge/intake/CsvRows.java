package org.almbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.Set;

/** Reads the rows below a CSV header, never more than one ahead of its caller. */
final class CsvRows implements Rows {

    private final CsvRecords records;
    private final CsvHeader header;
    private Row next;
    private IOException failure;

    CsvRows(CsvRecords records) throws IOException {
        this.records = records;
        this.header = CsvHeader.read(records);
    }

    @Override
    public Set<String> ignoredColumns() {
        return header.ignored();
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = advance();
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    private Row advance() {
        try {
            if (failure == null) {
                return read();
            }
        } catch (IOException e) {
            // the parser would go on behind the fault and lose rows, so the first failure is final
            failure = e;
        }
        throw new UncheckedIOException(failure);
    }

    private Row read() throws IOException {
        CsvRowCells cells;
        do {
            cells = new CsvRowCells(header);
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
