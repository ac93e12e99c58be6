package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads every line that is not blank as a row, numbered by its line. */
final class NdjsonRows extends OneAheadRows {

    private final Lines lines;
    private final JsonFactory factory;
    private final InputSettings settings;
    private final MemberNames names;
    private boolean atLine;

    NdjsonRows(Lines lines, JsonFactory factory, InputSettings settings) throws IOException {
        this.settings = settings;
        this.names = new MemberNames(settings.mapping());
        this.lines = lines;
        this.factory = factory;
        this.atLine = nextLine();
        if (!atLine) {
            throw new UnreadableInputException(
                    "the input is empty: send one JSON object on each line, one for each person");
        }
    }

    private boolean nextLine() throws IOException {
        while (lines.next()) {
            if (!lines.isBlank()) {
                return true;
            }
        }
        return false;
    }

    @Override
    Row read() throws IOException {
        boolean found = atLine || nextLine();
        atLine = false;
        return found ? row() : null;
    }

    private Row row() throws IOException {
        try (JsonParser parser = factory.createParser(lines.chars(), 0, lines.length())) {
            return row(parser);
        }
    }

    private Row row(JsonParser parser) throws IOException {
        try {
            parser.nextToken();
            Row row = JsonRow.read(parser, names, lines.number(), "the line");
            return parser.nextToken() == null
                    ? row
                    : unreadable("the line goes on behind its object: put each object on a line of its own");
        } catch (JsonProcessingException e) {
            return unreadable(
                    lines.hasNul()
                            ? "the line has NUL characters, as UTF-16 and binary files do: save the file as UTF-8"
                                    + settings.orSet(InputSettings.ENCODING, "UTF-16")
                            : "the line (column " + parser.currentLocation().getColumnNr() + ") "
                                    + JsonFault.describe(e));
        }
    }

    private Row unreadable(String problem) {
        return Row.unreadable(lines.number(), List.of(problem));
    }

    @Override
    public Set<String> ignoredColumns() {
        return names.ignored();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
