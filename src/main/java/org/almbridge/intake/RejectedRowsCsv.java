package org.almbridge.intake;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.OutputStream;

/** Rejected rows of one batch as CSV: source, input, row and reasons. */
public final class RejectedRowsCsv implements AutoCloseable {

    private static final CsvSchema COLUMNS = CsvSchema.builder()
            .addColumn("source")
            .addColumn("input")
            .addColumn("row")
            .addColumn("reasons")
            .build();

    private static final CsvMapper CSV = new CsvMapper();
    private static final ObjectWriter WITH_HEADER = CSV.writer(COLUMNS.withHeader());
    private static final ObjectWriter WITHOUT_HEADER = CSV.writer(COLUMNS.withoutHeader());

    private final SequenceWriter rows;
    private final String source;
    private final String input;

    private RejectedRowsCsv(SequenceWriter rows, String source, String input) {
        this.rows = rows;
        this.source = plain(source);
        this.input = plain(input);
    }

    /** From the beginning; closes what it writes to. */
    public static RejectedRowsCsv withHeader(OutputStream out, String source, String input) throws IOException {
        return new RejectedRowsCsv(WITH_HEADER.writeValues(out), source, input);
    }

    /** Goes on where another one has ended. */
    public static RejectedRowsCsv withoutHeader(OutputStream out, String source, String input) throws IOException {
        return new RejectedRowsCsv(WITHOUT_HEADER.writeValues(out), source, input);
    }

    public void write(int row, String reasons) throws IOException {
        rows.write(new Object[] {source, input, row, plain(reasons)});
    }

    /** A spreadsheet would compute a text that begins like a formula; with an apostrophe before it, it shows the text. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
