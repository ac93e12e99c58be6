package org.almbridge.source.rest;

import java.net.URI;
import java.util.Optional;

/** How an API leads from one page to the next. */
interface Pagination {

    /** Address of the first page, from the one that the configuration and the watermark give. */
    default URI first(URI start) {
        return start;
    }

    /**
     * Address of the next page, empty behind the last one.
     *
     * @param start  address from the configuration and the watermark
     * @param here   address of the page
     * @param number of the page in this poll, from 1
     * @throws PageUnusableException when the page leads to nowhere that may be followed
     */
    Optional<URI> next(URI start, URI here, int number, Page page) throws PageUnusableException;
}
