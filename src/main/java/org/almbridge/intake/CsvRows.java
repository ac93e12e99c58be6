package org.almbridge.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rows below a CSV header. */
final class CsvRows extends OneAheadRows {

    private static final List<Character> USUAL_DELIMITERS = List.of(';', '\t', '|', ',');

    private final CsvRecords records;
    private final InputSettings settings;
    private final Header header;

    CsvRows(CsvRecords records, InputSettings settings) throws IOException {
        this.records = records;
        this.settings = settings;
        this.header = header();
    }

    /** The first line that is not blank. */
    private Header header() throws IOException {
        HeaderCells cells;
        do {
            cells = new HeaderCells();
            if (!records.next(cells)) {
                throw Header.empty();
            }
        } while (cells.isBlankLine());
        return Header.of(cells, settings, otherDelimiter(cells.names(settings)));
    }

    private Optional<String> otherDelimiter(List<String> names) {
        return USUAL_DELIMITERS.stream()
                .filter(usual -> usual != settings.delimiter())
                .filter(usual -> names.stream().anyMatch(name -> name.indexOf(usual) >= 0))
                .findFirst()
                .map(other -> "separate the columns by " + Characters.several(settings.delimiter()) + ", not by "
                        + Characters.several(other)
                        + settings.orSet(InputSettings.DELIMITER, Characters.setting(other)));
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
