package org.almbridge.source.rest;

import java.util.HexFormat;
import java.util.List;
import org.almbridge.Sha256;

/**
 * One answer of an API.
 *
 * @param records  the array of records as it came, in UTF-8
 * @param count    how many records that are
 * @param next     text at the pointer to the next page or cursor, {@code null} when there is none
 * @param links    values of the header {@code Link}
 * @param highest  highest watermark of the records, {@code null} when none has one
 */
record Page(byte[] records, int count, String next, List<String> links, String highest) {

    static Page empty() {
        return new Page(new byte[0], 0, null, List.of(), null);
    }

    boolean isEmpty() {
        return count == 0;
    }

    Page withLinks(List<String> values) {
        return new Page(records, count, next, List.copyOf(values), highest);
    }

    /** The same for the same records only. */
    String fingerprint() {
        return HexFormat.of().formatHex(Sha256.of(records));
    }

    /** Never the records: whatever prints a variable must not print people. */
    @Override
    public String toString() {
        return count + " records";
    }
}
