package org.almbridge.source.rest;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jboss.logging.Logger;

/**
 * Goes on to the next page when this one is durable, and moves the watermark: behind the last page, because the order of
 * records is not known, or behind each, when the operator says that they ascend.
 */
@Singleton
@Named("pageDurable")
class PageDurable implements Processor {

    private static final Logger LOG = Logger.getLogger(PageDurable.class);

    private final Watermarks watermarks;

    PageDurable(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Override
    public void process(Exchange exchange) throws PageUnusableException {
        Poll poll = PageVariables.poll(exchange);
        requireReadToItsEnd(exchange);
        exchange.getMessage().setBody(null);
        poll.durable();
        if (poll.settings().isAscending()) {
            move(poll);
        }
        poll.advance();
        if (!poll.hasMore()) {
            move(poll);
            tellOfMissingWatermark(poll);
        }
    }

    /** Rows that were not read would be lost when the watermark moved past them. */
    private static void requireReadToItsEnd(Exchange exchange) throws PageUnusableException {
        if (".failed".equals(exchange.removeVariable(PageVariables.SHELF))) {
            throw new PageUnusableException("cannot be read to its end: the line before this one says why");
        }
    }

    private void move(Poll poll) {
        if (poll.takesNewWatermark()) {
            watermarks.move(poll.settings().source(), poll.highest());
        }
    }

    private static void tellOfMissingWatermark(Poll poll) {
        if (poll.settings().watermark() != null && poll.highest() == null && poll.records() > 0) {
            LOG.warnf(
                    "source %s: no record has a value at watermarkPointer, so every poll reads them all: check"
                            + " watermarkPointer",
                    poll.settings().source());
        }
    }
}
