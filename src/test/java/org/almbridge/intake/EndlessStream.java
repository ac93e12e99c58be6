package org.almbridge.intake;

import java.io.InputStream;

/** Repeats a text, as far as it is read, and counts how much of it was asked for. */
final class EndlessStream extends InputStream {

    private final String part;
    private final int size;
    private int given;

    /** @param size in bytes, so that a reader without bounds ends as well */
    EndlessStream(String part, int size) {
        this.part = part;
        this.size = size;
    }

    int given() {
        return given;
    }

    @Override
    public int read() {
        return given < size ? part.charAt(given++ % part.length()) : -1;
    }
}
