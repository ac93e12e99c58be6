package org.almbridge.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/** A step of a route that goes on once the ledger holds what it wrote, and holds no thread until then. */
public abstract class LedgerStep extends AsyncProcessorSupport {

    private final Executor next;

    /** @param next where the route goes on; never the ledger's own thread */
    protected LedgerStep(Executor next) {
        this.next = next;
    }

    /** @throws Exception when there is nothing to write because the answer is not what was asked for */
    protected abstract CompletableFuture<?> write(Exchange exchange) throws Exception;

    @Override
    public final boolean process(Exchange exchange, AsyncCallback callback) {
        CompletableFuture<?> written;
        try {
            written = write(exchange);
        } catch (Exception e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
        written.whenCompleteAsync(
                (result, failure) -> {
                    if (failure != null) {
                        exchange.setException(failure instanceof CompletionException ? failure.getCause() : failure);
                    }
                    callback.done(false);
                },
                next);
        return false;
    }
}
