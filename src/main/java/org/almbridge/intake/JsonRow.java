package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the members of one JSON object as a row; what is wrong with a member costs only this row. */
final class JsonRow {

    private final JsonParser parser;
    private final MemberNames names;
    private final RowValues values;
    private final Set<String> given = new HashSet<>();

    private JsonRow(JsonParser parser, MemberNames names) {
        this.parser = parser;
        this.names = names;
        this.values = new RowValues(names.mapping());
    }

    /**
     * Reads the value at which the parser stands, to its end.
     *
     * @param kind how to name the value to a person who has to make an object of it
     */
    static Row read(JsonParser parser, MemberNames names, int number, String kind) throws IOException {
        JsonRow row = new JsonRow(parser, names);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            row.members("", "");
        } else {
            parser.skipChildren();
            row.values.problem(kind
                    + " is no JSON object: give each person as one, such as {\"email\": \"...\", \"name\": \"...\"}");
        }
        return row.values.row(number);
    }

    /** @param pointer where the object is in the row */
    private void members(String prefix, String pointer) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            String place = names.pointer(pointer, parser.currentName());
            parser.nextToken();
            Optional<String> inner = prefix.isEmpty() ? names.prefix(name) : Optional.empty();
            if (names.pointed(place).isPresent()) {
                take(names.pointed(place).get());
            } else if (inner.isPresent()) {
                group(name, inner.get(), place);
            } else if (parser.currentToken().isStructStart() && names.leadsOn(place)) {
                nested(place);
            } else {
                member(name);
            }
        }
    }

    private void group(String name, String prefix, String pointer) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            members(prefix, pointer);
        } else if (token != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            values.problem(name + " is no object: give it members, such as {\"" + name + "\": {\"Site\": \"North\"}}");
        }
    }

    /** Reads an object or a list in which only what the mapping points at counts. */
    private void nested(String pointer) throws IOException {
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        for (int i = 0; !parser.nextToken().isStructEnd(); i++) {
            String place = names.pointer(pointer, object ? parser.currentName() : Integer.toString(i));
            if (object) {
                parser.nextToken();
            }
            Optional<String> attribute = names.pointed(place);
            if (attribute.isPresent()) {
                take(attribute.get());
            } else if (parser.currentToken().isStructStart() && names.leadsOn(place)) {
                nested(place);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void member(String name) throws IOException {
        Optional<String> attribute = names.attribute(name);
        boolean object = parser.currentToken() == JsonToken.START_OBJECT;
        if (attribute.isEmpty() || object && !names.mapping().knows(name)) {
            parser.skipChildren();
        } else {
            take(attribute.get());
        }
    }

    private void take(String attribute) throws IOException {
        boolean list = parser.currentToken() == JsonToken.START_ARRAY && attribute.startsWith(Attributes.FIELDS);
        if (parser.currentToken().isStructStart() && !list) {
            parser.skipChildren();
            values.problem(attribute + " is a list or an object: give one text, number, true or false");
        } else if (!values.fits(attribute)) {
            parser.skipChildren();
        } else if (!given.add(attribute)) {
            parser.skipChildren();
            values.problem("the row names " + attribute + " twice: remove or rename one of them");
        } else if (list) {
            list(attribute);
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            values.keep(attribute, Text.trim(parser.getText()));
        }
    }

    private void list(String attribute) throws IOException {
        List<String> parts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isStructStart()) {
                parser.skipChildren();
                values.problem(attribute + " is a list of lists or objects: give a list of texts or numbers");
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                part(parts);
            }
        }
        values.keep(attribute, parts);
    }

    private void part(List<String> parts) throws IOException {
        String text = Text.trim(parser.getText()).replace(StrictReader.NUL_STAND_IN, '\0');
        if (!text.isEmpty() && values.fits(text)) {
            parts.add(text);
        }
    }
}
