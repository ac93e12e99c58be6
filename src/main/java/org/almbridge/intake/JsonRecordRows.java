package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.almbridge.intake.JsonRecords.JsonRecord;

/** Reads every record as a row; whatever is wrong with one costs only itself. */
final class JsonRecordRows implements Rows {

    private static final JsonFactory JSON = JsonParsers.factory();

    private final Iterator<JsonRecord> records;
    private final InputSettings settings;
    private final MemberNames names;

    JsonRecordRows(List<JsonRecord> records, InputSettings settings) {
        this.records = records.iterator();
        this.settings = settings;
        this.names = new MemberNames(settings.mapping());
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public Row next() {
        JsonRecord record = records.next();
        if (record.value() == null) {
            return unreadable(
                    record, "the record has no value, and a person is not removed by one: send a JSON object");
        }
        if (record.value().length > Lines.MAX_LENGTH) {
            return unreadable(record, "the record is longer than " + Lines.MAX_LENGTH + " bytes: shorten its values");
        }
        try (StrictReader text = new StrictReader(new ByteArrayInputStream(record.value()), settings);
                JsonParser parser = JSON.createParser(text)) {
            return row(record, text, parser);
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private Row row(JsonRecord record, StrictReader text, JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            Row row = JsonRow.read(parser, names, record.number(), "the record");
            return parser.nextToken() == null
                    ? row
                    : unreadable(
                            record, "the record goes on behind its object: send each object as a record of its own");
        } catch (JsonProcessingException e) {
            return unreadable(
                    record,
                    text.hasNul()
                            ? "the record has NUL characters, as UTF-16 and binary data do: send it as JSON in UTF-8"
                            : "the record (line " + parser.currentLocation().getLineNr() + ", column "
                                    + parser.currentLocation().getColumnNr() + ") " + JsonFault.describe(e));
        } catch (UnreadableInputException e) {
            return unreadable(record, "the record is not UTF-8: send it as JSON in UTF-8");
        }
    }

    private static Row unreadable(JsonRecord record, String problem) {
        return Row.unreadable(record.number(), List.of(problem));
    }

    @Override
    public Set<String> ignoredColumns() {
        return names.ignored();
    }

    @Override
    public void close() {
        // the records are in memory
    }
}
