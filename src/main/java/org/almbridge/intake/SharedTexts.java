package org.almbridge.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the texts of a workbook, which cells name by number: the one part of an input that must be in memory, so it is kept
 * small and within bounds.
 */
final class SharedTexts {

    /** In bytes: some ten million names and addresses. */
    private static final long MAX_LENGTH = 256 << 20;

    /** Of the heap, when that is small. */
    private static final int MAX_SHARE = 4;

    private static final int CHUNK = 1 << 20;
    private static final int MAX_COUNT = 20_000_000;

    private final List<byte[]> chunks = new ArrayList<>();
    private final long maxLength = Math.min(MAX_LENGTH, Runtime.getRuntime().maxMemory() / MAX_SHARE);
    private int inLastChunk = CHUNK;
    /** Where each text begins: its chunk, and the place in it. */
    private int[] starts = new int[1_024];

    private int count;

    /** @param xml is closed */
    static SharedTexts read(XmlPart xml) throws IOException {
        SharedTexts texts = new SharedTexts();
        try (xml) {
            while (xml.nextElement("si")) {
                texts.add(xml.richText());
            }
        }
        return texts;
    }

    private void add(String text) throws UnreadableInputException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (inLastChunk + bytes.length + Integer.BYTES > CHUNK) {
            if (chunks.size() >= maxLength / CHUNK) {
                throw tooMany();
            }
            chunks.add(new byte[CHUNK]);
            inLastChunk = 0;
        }
        if (count == MAX_COUNT) {
            throw tooMany();
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        byte[] chunk = chunks.get(chunks.size() - 1);
        starts[count++] = (chunks.size() - 1) * CHUNK + inLastChunk;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            chunk[inLastChunk++] = (byte) (bytes.length >>> shift);
        }
        System.arraycopy(bytes, 0, chunk, inLastChunk, bytes.length);
        inLastChunk += bytes.length;
    }

    private UnreadableInputException tooMany() {
        return new UnreadableInputException("the workbook has more text than " + maxLength
                + " bytes, or more than " + MAX_COUNT
                + " texts: send it in several parts, or as CSV, which may be of any size");
    }

    /** The text of that number, {@code null} when there is none. */
    String get(int number) {
        if (number < 0 || number >= count) {
            return null;
        }
        byte[] chunk = chunks.get(starts[number] / CHUNK);
        int place = starts[number] % CHUNK;
        int length = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            length |= (chunk[place++] & 0xff) << shift;
        }
        return new String(chunk, place, length, StandardCharsets.UTF_8);
    }
}
