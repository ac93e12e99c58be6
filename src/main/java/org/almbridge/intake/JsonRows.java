package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Reads the elements of one JSON array as rows, numbered from 1; a fault of the syntax ends the input. */
final class JsonRows extends OneAheadRows {

    private final StrictReader text;
    private final InputSettings settings;
    private final JsonParser parser;
    private final JsonPeople people;
    private final MemberNames names;
    private int number;

    JsonRows(StrictReader text, JsonParser parser, InputSettings settings) throws IOException {
        this.text = text;
        this.settings = settings;
        this.names = new MemberNames(settings.mapping());
        this.parser = parser;
        this.people = new JsonPeople(parser);
        try {
            people.enter();
        } catch (JsonProcessingException e) {
            throw unreadable("the input", e);
        }
    }

    @Override
    Row read() throws IOException {
        number++;
        try {
            if (parser.nextToken() != JsonToken.END_ARRAY) {
                return JsonRow.read(parser, names, number, "the element");
            }
        } catch (JsonProcessingException e) {
            throw unreadable("row " + number, e);
        }
        try {
            people.leave();
            return null;
        } catch (JsonProcessingException e) {
            throw unreadable("what follows the last row", e);
        }
    }

    private UnreadableInputException unreadable(String where, JsonProcessingException cause) {
        JsonLocation place = parser.currentLocation();
        return new UnreadableInputException(
                where + " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ") "
                        + (text.hasNul()
                                ? "is not well-formed JSON, and the input has NUL characters, as UTF-16 and binary files"
                                        + " do: save it as UTF-8" + settings.orSet(InputSettings.ENCODING, "UTF-16")
                                : JsonFault.describe(cause))
                        + ", and send the input again",
                cause);
    }

    @Override
    public Set<String> ignoredColumns() {
        return names.ignored();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
