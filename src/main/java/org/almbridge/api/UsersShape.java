package org.almbridge.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.almbridge.intake.JsonParsers;

/** Tells how people stand in a JSON content, and so where one of them is to be found. */
enum UsersShape {
    ONE,
    ARRAY,
    ENVELOPE;

    private static final JsonFactory JSON = JsonParsers.factory();

    /** What is not well-formed counts as an array: its reader says what is wrong. */
    static UsersShape of(Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content);
                JsonParser parser = JSON.createParser(in)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? ofObject(parser) : ARRAY;
        } catch (JsonProcessingException | CharConversionException e) {
            return ARRAY;
        }
    }

    private static UsersShape ofObject(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (parser.currentName().equals("data")) {
                return ENVELOPE;
            }
            parser.nextToken();
            parser.skipChildren();
        }
        return parser.nextToken() == null ? ONE : ARRAY;
    }

    /** Where the person of a row stands, as RFC 6901 has it; rows count from 1. */
    String pointer(int row) {
        return switch (this) {
            case ONE -> "";
            case ARRAY -> "/" + (row - 1);
            case ENVELOPE -> "/data/" + (row - 1);
        };
    }
}
