package org.almbridge.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Puts the JSON parser's failures into words that help the sender; the parser's own repeat what it read. */
final class JsonFault {

    private JsonFault() {}

    static String describe(JsonProcessingException fault) {
        if (fault instanceof StreamConstraintsException) {
            return "has a text, number or name that is too long to be read, or too many levels of objects; most often a"
                    + " double quote opened there is never closed: close it, or shorten the value";
        }
        if (fault instanceof JsonEOFException) {
            return "ends too early, because a bracket or a double quote is not closed or the rest is lost: complete it";
        }
        return "is not well-formed JSON: look for a missing comma, double quote or bracket";
    }
}
