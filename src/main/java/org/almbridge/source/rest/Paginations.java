package org.almbridge.source.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The paginations there are. */
final class Paginations {

    static final String NONE = "none";
    static final String NEXT_LINK = "next-link";
    static final String CURSOR = "cursor";
    static final String PAGE_NUMBER = "page-number";
    static final String LINK_HEADER = "link-header";

    static final List<String> NAMES = List.of(NEXT_LINK, CURSOR, PAGE_NUMBER, LINK_HEADER, NONE);

    private Paginations() {}

    /** One page is all there is. */
    record None() implements Pagination {
        @Override
        public Optional<URI> next(URI start, URI here, int number, Page page) {
            return Optional.empty();
        }
    }

    /** A member of the body is the next page's address. */
    record NextLink() implements Pagination {
        @Override
        public Optional<URI> next(URI start, URI here, int number, Page page) throws PageUnusableException {
            return page.next() == null ? Optional.empty() : Optional.of(PageAddress.follow(here, page.next()));
        }
    }

    /** A member of the body is what to give to the API for the next page. */
    record Cursor(String parameter) implements Pagination {
        @Override
        public Optional<URI> next(URI start, URI here, int number, Page page) {
            return Optional.ofNullable(page.next()).map(cursor -> PageAddress.with(start, parameter, cursor));
        }
    }

    /** Pages are counted, and the first one without records is the end. */
    record PageNumber(String parameter, int first) implements Pagination {
        @Override
        public URI first(URI start) {
            return PageAddress.with(start, parameter, Integer.toString(first));
        }

        @Override
        public Optional<URI> next(URI start, URI here, int number, Page page) {
            return page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PageAddress.with(start, parameter, Integer.toString(first + number)));
        }
    }

    /** The header {@code Link} of the answer is the next page's address. */
    record Header() implements Pagination {
        @Override
        public Optional<URI> next(URI start, URI here, int number, Page page) throws PageUnusableException {
            Optional<String> link = LinkHeader.next(page.links());
            return link.isEmpty() ? Optional.empty() : Optional.of(PageAddress.follow(here, link.get()));
        }
    }
}
