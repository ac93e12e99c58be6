package org.almbridge.source.rest;

import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One way through the pages of a source, from the watermark to the last page. Used by one thread alone. */
final class Poll {

    private final RestSettings settings;
    private final URI start;
    private final Set<Object> seen = new HashSet<>();
    private URI here;
    private int number = 1;
    private Page page;
    private String highest;
    private String taken;
    private long records;
    private boolean ailing;

    /** @param since watermark to begin at, {@code null} for none */
    Poll(RestSettings settings, String since) {
        this.settings = settings;
        start = settings.start(since);
        here = settings.pagination().first(start);
        highest = since;
        taken = since;
        seen.add(here);
    }

    RestSettings settings() {
        return settings;
    }

    /** Whether there is another page to fetch. */
    boolean hasMore() {
        return here != null;
    }

    /** Address of the page to fetch now. */
    URI address() {
        return here;
    }

    /** What to call that page in the log and in reports; nothing of its address. */
    String name() {
        return "page " + number;
    }

    Page page() {
        return page;
    }

    void fetched(Page fetched) {
        page = fetched;
    }

    /** Notes that all records of the page are durable. */
    void durable() {
        highest = Watermark.higher(highest, page.highest());
        records += page.count();
    }

    /** Highest watermark of all that is durable, {@code null} when there is none. */
    String highest() {
        return highest;
    }

    /** Whether the highest watermark is another one than at the last question, which takes it to be moved. */
    boolean takesNewWatermark() {
        boolean isNew = highest != null && !highest.equals(taken);
        taken = highest;
        return isNew;
    }

    /** Records that are durable. */
    long records() {
        return records;
    }

    /** Goes to the next page; {@link #hasMore} tells whether there is one. */
    void advance() throws PageUnusableException {
        Optional<URI> next = settings.pagination().next(start, here, number, page);
        if (next.isPresent()) {
            requireNew(next.get());
        }
        page = null;
        here = next.orElse(null);
        number++;
    }

    private void requireNew(URI next) throws PageUnusableException {
        // counted pages have addresses of their own for ever, so there the records tell
        if (!seen.add(next) || !page.isEmpty() && !seen.add(page.fingerprint())) {
            throw new PageUnusableException(
                    "leads back to a page that was read before, so the poll would never end: check"
                            + " pagination and its parameters");
        }
        if (number >= settings.maxPages()) {
            throw new PageUnusableException(
                    "is the last one that maxPages allows, and there are more: raise maxPages, or"
                            + " use a watermark so that a poll reads only what is new");
        }
    }

    /** Whether the page under way was not to be had so far. */
    boolean isAiling() {
        return ailing;
    }

    void ailing(boolean ails) {
        ailing = ails;
    }

    @Override
    public String toString() {
        return name();
    }
}
