package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Finds the array of people in a JSON input, bare or as the member {@code data} of an object, and leaves it again. */
final class JsonPeople {

    private static final String DATA = "data";
    private static final String REMEDY =
            ": send an array of objects, one for each person, bare or as the member data of"
                    + " one object; for one object a line, set the source's format to ndjson";

    private final JsonParser parser;

    JsonPeople(JsonParser parser) {
        this.parser = parser;
    }

    /** Goes to the start of the array. */
    void enter() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnreadableInputException("the input is empty" + REMEDY);
        }
        if (first == JsonToken.START_OBJECT) {
            enterData();
        } else if (first != JsonToken.START_ARRAY) {
            throw new UnreadableInputException("the input is no array" + REMEDY);
        }
    }

    private void enterData() throws IOException {
        if (!skipToData()) {
            throw new UnreadableInputException("the input is one object without a member data" + REMEDY);
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableInputException("the member data is no array" + REMEDY);
        }
    }

    /** Goes from the end of the array to that of the input, so that nothing after it is lost unseen. */
    void leave() throws IOException {
        if (parser.getParsingContext().inObject() && skipToData()) {
            throw new UnreadableInputException(
                    "the input has a second member data: put all people into one array, and send the input again");
        }
        if (parser.nextToken() != null) {
            throw new UnreadableInputException("the input goes on behind its end (line "
                    + parser.currentTokenLocation().getLineNr()
                    + "): put all people into one array, and send the input again");
        }
    }

    private boolean skipToData() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean data = DATA.equals(parser.currentName());
            parser.nextToken();
            if (data) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
