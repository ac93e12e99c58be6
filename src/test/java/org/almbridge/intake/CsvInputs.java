package org.almbridge.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds the CSV reader from strings and bytes, so that a test shows nothing but its input. */
final class CsvInputs {

    private CsvInputs() {}

    static List<Row> rows(String csv) throws IOException {
        return rows(csv.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> rows(byte[] csv) throws IOException {
        try (Rows rows = open(csv)) {
            List<Row> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    static Rows open(String csv) throws IOException {
        return open(csv.getBytes(StandardCharsets.UTF_8));
    }

    static Rows open(byte[] csv) throws IOException {
        return open(new ByteArrayInputStream(csv));
    }

    static Rows open(InputStream in) throws IOException {
        return new CsvRowReader().open(in);
    }
}
