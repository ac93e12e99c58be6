package org.almbridge.ledger;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;

/** Work that the ledger hands to a route piece by piece and takes back when the route is through with it. */
interface LedgerQueue<T> {

    /** What stands behind {@code ledger:} in the address. */
    String name();

    /** Pieces under way at a time. */
    int maxInFlight();

    /** Pieces that nobody else is given until they are taken back. */
    List<T> claim(int max);

    void give(T work, Exchange exchange);

    /** Called once for every piece, however its exchange ended. */
    void takeBack(T work, Exchange exchange);

    /** Whether a stop of the bridge may have cut the exchange short, which is no failure to tell of or to wait after. */
    static boolean isStop(Exchange exchange) {
        return exchange.getException() instanceof RejectedExecutionException
                || exchange.getContext().getStatus().isStopping();
    }
}
