package org.almbridge.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Tells an input's encoding from its first bytes, where they tell; nobody begins a text with what a mark looks like. */
final class Encodings {

    /** In bytes. */
    static final int LONGEST_MARK = 3;

    private static final Map<String, Charset> BY_MARK = Map.of(
            "efbbbf", StandardCharsets.UTF_8,
            "feff", StandardCharsets.UTF_16BE,
            "fffe", StandardCharsets.UTF_16LE);

    private Encodings() {}

    /**
     * What to decode an input with.
     *
     * @param start   the first bytes of the input, as many as there are up to the longest mark
     * @param without what the input is written in when it has no mark
     */
    static Charset of(byte[] start, Charset without) {
        String hex = HexFormat.of().formatHex(start);
        return BY_MARK.entrySet().stream()
                .filter(mark -> hex.startsWith(mark.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(StandardCharsets.UTF_16.equals(without) ? byteOrder(start) : without);
    }

    /** Without a mark, UTF-16 should have its high bytes first, but Windows writes the low ones first. */
    private static Charset byteOrder(byte[] start) {
        boolean lowFirst = start.length > 1 && start[0] != 0 && start[1] == 0;
        return lowFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }
}
