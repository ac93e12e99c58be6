package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.jboss.logging.Logger;

/**
 * Has records come again that were not taken in. Camel's batching consumer goes on behind a batch that failed, and the
 * next commit would skip it; only an exception from here makes it drop what it holds and poll anew.
 */
@Singleton
@Named("kafkaTrouble")
class KafkaTrouble implements ExceptionHandler {

    private static final Logger LOG = Logger.getLogger(KafkaTrouble.class);

    private final KafkaWatches watches;

    KafkaTrouble(KafkaWatches watches) {
        this.watches = watches;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange == null) {
            // the end of a consumer, which has nothing under way any more
            LOG.debug(message, exception);
            return;
        }
        watches.ofRoute(exchange.getFromRouteId()).notTakenIn(exception);
        throw new NotTakenInException();
    }

    /** Ends the work on what was polled. */
    static final class NotTakenInException extends RuntimeException {

        NotTakenInException() {
            super("the records polled were not taken in", null, false, false);
        }
    }
}
