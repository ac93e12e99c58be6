package org.almbridge.source.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Finds in the bytes of one page where its records stand and what it says of the next one, without building a tree. */
final class PageReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            // names are kept for the life of the process otherwise, and a page may make up a million of them
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final JsonPointer DATA = JsonPointer.compile("/data");

    private final PagePointers pointers;
    private byte[] page;
    private JsonParser parser;
    private JsonPointer recordsPointer;
    private byte[] records;
    private int count;
    private String next;
    private String highest;

    private PageReader(PagePointers pointers) {
        this.pointers = pointers;
    }

    /** @throws PageUnusableException for a page that is not well-formed, or has no array where the records should be */
    static Page read(byte[] page, PagePointers pointers) throws PageUnusableException, IOException {
        return new PageReader(pointers).read(page);
    }

    private Page read(byte[] bytes) throws PageUnusableException, IOException {
        page = bytes;
        // the three letters of a byte order mark count for nothing, but would shift every position
        int start = startsWithMark(bytes) ? 3 : 0;
        try (JsonParser opened = JSON.createParser(bytes, start, bytes.length - start)) {
            parser = opened;
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new PageUnusableException("is empty; expected JSON with " + pointers.expected());
            }
            recordsPointer = pointers.records() == null
                    ? first == JsonToken.START_ARRAY ? JsonPointer.empty() : DATA
                    : pointers.records();
            visit(recordsPointer, pointers.next());
            if (parser.nextToken() != null) {
                throw new PageUnusableException("goes on behind its end; expected one JSON document");
            }
        } catch (JsonProcessingException e) {
            throw new PageUnusableException("is no well-formed JSON; expected JSON with " + pointers.expected()
                    + ": check url, and whether the API answers with JSON");
        }
        if (records == null) {
            throw new PageUnusableException("has no array at " + recordsPointer.toString() + "; expected "
                    + pointers.expected() + ": set recordsPointer to where the API puts its records");
        }
        return new Page(records, count, next, List.of(), highest);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Reads the value at which the parser stands; each pointer is what is left of it here, {@code null} off its way. */
    private void visit(JsonPointer toRecords, JsonPointer toNext) throws IOException, PageUnusableException {
        JsonToken token = parser.currentToken();
        if (isHere(toRecords) && token == JsonToken.START_ARRAY) {
            records();
        } else if (isHere(toNext) && token.isScalarValue()) {
            next = scalar();
        } else if (toRecords == null && toNext == null) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                visit(member(toRecords, name), member(toNext, name));
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                visit(element(toRecords, i), element(toNext, i));
            }
        }
    }

    private void records() throws IOException, PageUnusableException {
        if (records != null) {
            throw new PageUnusableException("has a second array at " + recordsPointer + "; expected one");
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            count++;
            mark(pointers.watermark());
        }
        int end = (int) parser.currentLocation().getByteOffset();
        if (start < 0) {
            throw new PageUnusableException("is not in UTF-8, as JSON between systems has to be");
        }
        int shift = startsWithMark(page) ? 3 : 0;
        records = Arrays.copyOfRange(page, start + shift, end + shift);
    }

    private void mark(JsonPointer toMark) throws IOException {
        JsonToken token = parser.currentToken();
        if (isHere(toMark) && token.isScalarValue()) {
            highest = Watermark.higher(highest, scalar());
        } else if (toMark == null) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                mark(member(toMark, name));
            }
        } else if (token == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                mark(element(toMark, i));
            }
        }
    }

    /** {@code null} for JSON's null and for an empty text. */
    private String scalar() throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_NULL
                ? ""
                : parser.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean isHere(JsonPointer pointer) {
        return pointer != null && pointer.matches();
    }

    private static JsonPointer member(JsonPointer pointer, String name) {
        return pointer == null ? null : pointer.matchProperty(name);
    }

    private static JsonPointer element(JsonPointer pointer, int index) {
        return pointer == null ? null : pointer.matchElement(index);
    }
}
