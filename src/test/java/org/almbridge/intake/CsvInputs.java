package org.almbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The inputs of the CSV reader. */
final class CsvInputs {

    private static final Inputs CSV = new Inputs(new CsvRowReader());

    private CsvInputs() {}

    static List<Row> rows(String csv) throws IOException {
        return CSV.rows(csv);
    }

    static List<Row> rows(byte[] csv) throws IOException {
        return CSV.rows(csv);
    }

    static Rows open(String csv) throws IOException {
        return CSV.open(csv);
    }

    static Rows open(byte[] csv) throws IOException {
        return CSV.open(csv);
    }

    static Rows open(InputStream in) throws IOException {
        return CSV.open(in);
    }
}
