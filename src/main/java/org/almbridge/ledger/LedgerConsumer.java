package org.almbridge.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/** Claims as much as is free to be under way and lets every piece go its own asynchronous way. */
final class LedgerConsumer<T> extends ScheduledPollConsumer {

    /** Learners to a claim: enough for its price not to matter, few enough for the writer not to be held up. */
    private static final int CHUNK = 500;

    private final LedgerQueue<T> queue;
    private final AtomicInteger inFlight = new AtomicInteger();

    LedgerConsumer(LedgerEndpoint endpoint, Processor processor, LedgerQueue<T> queue) {
        super(endpoint, processor);
        this.queue = queue;
    }

    @Override
    protected int poll() {
        int total = 0;
        int wanted;
        List<T> claimed;
        do {
            wanted = Math.min(CHUNK, queue.maxInFlight() - inFlight.get());
            claimed = wanted > 0 && isRunAllowed() ? queue.claim(wanted) : List.of();
            claimed.forEach(this::dispatch);
            total += claimed.size();
        } while (!claimed.isEmpty() && claimed.size() == wanted);
        return total;
    }

    private void dispatch(T work) {
        Exchange exchange = createExchange(false);
        queue.give(work, exchange);
        inFlight.incrementAndGet();
        getAsyncProcessor().process(exchange, doneSync -> {
            try {
                queue.takeBack(work, exchange);
            } finally {
                // last, because this lets the timer's thread claim again, and the queue must know of the end by then
                inFlight.decrementAndGet();
                releaseExchange(exchange, false);
            }
        });
    }
}
