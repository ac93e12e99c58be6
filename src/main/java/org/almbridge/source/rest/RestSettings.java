package org.almbridge.source.rest;

import java.net.URI;

/**
 * What the configuration says of one source.
 *
 * @param source         its name
 * @param url            of the first page, without what watermark and pagination add
 * @param watermark      how the source is read on from where the last poll ended; {@code null} to read all every time
 * @param maxPages       pages a poll may have
 * @param maxPageBytes   bytes a page may have, uncompressed
 * @param timeoutMs      milliseconds to wait for an answer
 */
record RestSettings(
        String source,
        URI url,
        Access access,
        Pagination pagination,
        PagePointers pointers,
        WatermarkSettings watermark,
        int maxPages,
        int maxPageBytes,
        long timeoutMs) {

    /**
     * How a watermark is used.
     *
     * @param parameter of the query that carries it
     * @param start     value before there is any, empty to read all at first
     * @param ascending whether the API gives records in ascending order of it
     */
    record WatermarkSettings(String parameter, String start, boolean ascending) {}

    /** Address of the first page for a poll that begins at that watermark, {@code null} for none. */
    URI start(String since) {
        return since == null ? url : PageAddress.with(url, watermark.parameter(), since);
    }

    boolean isAscending() {
        return watermark != null && watermark.ascending();
    }

    /** Never the access: whatever prints a variable must not print a secret. */
    @Override
    public String toString() {
        return "source " + source;
    }
}
