package org.almbridge.source.rest;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * Where in a page things are.
 *
 * @param records   the array of records; {@code null} for the page itself or its member {@code data}
 * @param next      link to the next page, or its cursor; {@code null} when the body tells of none
 * @param watermark within a record, {@code null} when there is no watermark
 */
record PagePointers(JsonPointer records, JsonPointer next, JsonPointer watermark) {

    /** In words, for a message. */
    String expected() {
        return records == null
                ? "an array of records, bare or as the member data"
                : "an array of records at " + (records.matches() ? "its top" : records);
    }
}
