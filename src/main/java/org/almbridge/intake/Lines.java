package org.almbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Cuts a text into numbered lines within bounded memory; the characters of a line are gone with the next one. */
final class Lines implements Closeable {

    /** In characters: four times what a row may hold, for escapes and for members that are not ours. */
    static final int MAX_LENGTH = 4_194_304;

    private final Reader text;
    private final char[] buffer = new char[4096];
    private int position;
    private int limit;
    private boolean returned;

    private char[] line = new char[1024];
    private int length;
    private int number;

    Lines(Reader text) {
        this.text = text;
    }

    /** Goes to the next line, which ends as an editor ends it: with a line feed, a carriage return or both. */
    boolean next() throws IOException {
        length = 0;
        number++;
        while (hasMore()) {
            char c = buffer[position++];
            boolean ofTheLineBefore = c == '\n' && returned;
            returned = c == '\r';
            if (returned || c == '\n' && !ofTheLineBefore) {
                return true;
            }
            if (!ofTheLineBefore) {
                append(c);
            }
        }
        return length > 0;
    }

    private boolean hasMore() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(text.read(buffer, 0, buffer.length), 0);
        }
        return position < limit;
    }

    private void append(char c) throws UnreadableInputException {
        if (length == MAX_LENGTH) {
            throw new UnreadableInputException("line " + number + " is longer than " + MAX_LENGTH
                    + " characters: put each object on a line of its own, and send the input again; for an array, set"
                    + " the source's format to json");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = c;
    }

    /** The number of the line, from 1; blank lines count too, as they do in an editor. */
    int number() {
        return number;
    }

    /** The line's characters, up to its length; what follows them means nothing. */
    char[] chars() {
        return line;
    }

    int length() {
        return length;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (!Text.isBlank(line[i])) {
                return false;
            }
        }
        return true;
    }

    boolean hasNul() {
        for (int i = 0; i < length; i++) {
            if (line[i] == StrictReader.NUL_STAND_IN) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
