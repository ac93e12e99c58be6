package org.almbridge.intake;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads comma-separated values as spreadsheets and HR systems write them. */
@Singleton
public class CsvRowReader implements RowReader {

    /**
     * Where the parser itself stops, in characters. A cell between {@link RowValues#MAX_VALUE_LENGTH} and this costs only
     * its row; behind a longer one the next row cannot be found within bounded memory.
     */
    static final int MAX_PARSED_CELL_LENGTH = 1_048_576;

    private final CsvFactory factory = CsvFactory.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MAX_PARSED_CELL_LENGTH)
                    .build())
            .build();

    @Override
    public String format() {
        return "csv";
    }

    @Override
    public Rows open(InputStream in) throws IOException {
        return new CsvRows(new CsvRecords(factory.createParser(new Utf8Reader(in))));
    }
}
