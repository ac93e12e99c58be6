package org.almbridge.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;

/** Writes the file of an export: a line that says what it is, a line a row, and a line that says how many there were. */
final class LedgerWriter implements Closeable {

    static final String FORMAT = "alm-bridge-ledger";
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final FileChannel file;
    private final JsonGenerator json;

    /** @param path an empty file */
    LedgerWriter(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.WRITE);
        json = JSON.createGenerator(new BufferedOutputStream(Channels.newOutputStream(file)))
                .setRootValueSeparator(new SerializedString("\n"));
    }

    void begin(int schema) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        json.writeNumberField("schema", schema);
        json.writeEndObject();
    }

    /** @param row of {@code SELECT *} */
    void row(String table, ResultSet row) throws IOException, SQLException, TransferException {
        ResultSetMetaData meta = row.getMetaData();
        json.writeStartObject();
        json.writeStringField("table", table);
        json.writeObjectFieldStart("row");
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            json.writeFieldName(meta.getColumnName(i));
            value(table, meta.getColumnName(i), row.getObject(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void value(String table, String column, Object value) throws IOException, TransferException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else {
            throw new TransferException("table " + table + " has a value in " + column
                    + " that is neither a text nor a whole number. The bridge has not written it: correct it.");
        }
    }

    /** Returns when all of it is on the disk. */
    void end(Map<String, Long> rows) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("end");
        for (Map.Entry<String, Long> table : rows.entrySet()) {
            json.writeNumberField(table.getKey(), table.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        file.force(true);
    }

    /** What is not written yet need not be, so a full disk does not hide what went wrong before. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
