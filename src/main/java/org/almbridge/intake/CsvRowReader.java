package org.almbridge.intake;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Reads values separated by commas, or another character, as spreadsheets and HR systems write them. */
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
    public Rows open(InputStream in, InputSettings settings) throws IOException {
        CsvParser parser = factory.createParser(new StrictReader(in, settings));
        parser.setSchema(CsvSchema.emptySchema()
                .withColumnSeparator(settings.delimiter())
                .withQuoteChar(settings.quote()));
        return new CsvRows(new CsvRecords(parser, settings), settings);
    }
}
