package org.almbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;

/** Decodes a text strictly and knows where it stands, because the JDK's reader cannot say which byte is wrong. */
final class StrictReader extends Reader {

    /**
     * Stands for NUL, which must reach the row that has it: the CSV parser drops control characters around a cell, and
     * for the JSON parser they end the input.
     */
    static final char NUL_STAND_IN = '\uFFFF';

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final InputSettings settings;
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(4096).limit(0);
    private CharsetDecoder decoder;
    private long bytesBeforeBuffer;
    private long line = 1;
    private char previous;
    private boolean started;
    private boolean ended;
    private boolean nulSeen;

    StrictReader(InputStream in, InputSettings settings) {
        this.in = in;
        this.settings = settings;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        return count;
    }

    private void decode() throws IOException {
        if (decoder == null) {
            start();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        if (result.isError() && !chars.hasRemaining()) {
            throw new UnreadableInputException("the input is not " + decoder.charset() + ": line " + line
                    + " has a wrong byte at offset " + (bytesBeforeBuffer + bytes.position()) + "; " + remedy());
        }
        if (chars.hasRemaining()) {
            inspect();
        } else if (!ended) {
            load();
        }
    }

    private void start() throws IOException {
        int count = in.readNBytes(bytes.array(), 0, Encodings.LONGEST_MARK);
        bytes.limit(count);
        decoder = Encodings.of(Arrays.copyOf(bytes.array(), count), settings.encoding())
                .newDecoder();
    }

    private String remedy() {
        return "save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\")"
                + settings.orSet(InputSettings.ENCODING, "windows-1252, or what else it is written in")
                + ", and send it again";
    }

    private void load() throws IOException {
        bytesBeforeBuffer += bytes.position();
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0)).flip();
    }

    private void inspect() {
        if (!started && chars.get(0) == BYTE_ORDER_MARK) {
            chars.position(1);
        }
        started = true;
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\r' || c == '\n' && previous != '\r') {
                line++;
            } else if (c == '\0') {
                chars.put(i, NUL_STAND_IN);
                nulSeen = true;
            }
            previous = c;
        }
    }

    /** Whether what was read so far has a NUL, as every text in UTF-16 does. */
    boolean hasNul() {
        return nulSeen;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
