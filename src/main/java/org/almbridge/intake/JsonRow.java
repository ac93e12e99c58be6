package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the members of one JSON object as a row; what is wrong with a member costs only this row. */
final class JsonRow {

    private final JsonParser parser;
    private final MemberNames names;
    private final RowValues values = new RowValues();
    private final Set<String> given = new HashSet<>();

    private JsonRow(JsonParser parser, MemberNames names) {
        this.parser = parser;
        this.names = names;
    }

    /**
     * Reads the value at which the parser stands, to its end.
     *
     * @param kind how to name the value to a person who has to make an object of it
     */
    static Row read(JsonParser parser, MemberNames names, int number, String kind) throws IOException {
        JsonRow row = new JsonRow(parser, names);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            row.members("");
        } else {
            parser.skipChildren();
            row.values.problem(kind
                    + " is no JSON object: give each person as one, such as {\"email\": \"...\", \"name\": \"...\"}");
        }
        return row.values.row(number);
    }

    private void members(String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            parser.nextToken();
            Optional<String> inner = prefix.isEmpty() ? names.prefix(name) : Optional.empty();
            if (inner.isPresent()) {
                group(name, inner.get());
            } else {
                member(name);
            }
        }
    }

    private void group(String name, String prefix) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            members(prefix);
        } else if (token != JsonToken.VALUE_NULL) {
            parser.skipChildren();
            values.problem(name + " is no object: give it members, such as {\"" + name + "\": {\"Site\": \"North\"}}");
        }
    }

    private void member(String name) throws IOException {
        Optional<String> attribute = names.attribute(name);
        if (attribute.isEmpty()) {
            parser.skipChildren();
        } else if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
            values.problem(attribute.get() + " is a list or an object: give one text, number, true or false");
        } else if (values.fits(attribute.get())) {
            value(attribute.get());
        }
    }

    private void value(String attribute) throws IOException {
        if (!given.add(attribute)) {
            values.problem("the row names " + attribute + " twice: remove or rename one of them");
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            values.keep(attribute, Text.trim(parser.getText()));
        }
    }
}
