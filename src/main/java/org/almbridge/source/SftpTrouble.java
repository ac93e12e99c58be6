package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jboss.logging.Logger;

/** Says of a single file what went wrong with it; what concerns a whole look into the folder is {@link SftpPolls}'. */
@Singleton
@Named("sftpTrouble")
class SftpTrouble implements ExceptionHandler {

    private static final Logger LOG = Logger.getLogger(SftpTrouble.class);

    private final ExceptionHandler others;

    SftpTrouble(CamelContext context) {
        others = new LoggingExceptionHandler(context, SftpTrouble.class);
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
            // a look that failed, of which SftpPolls has told
            return;
        }
        if (!(exception instanceof GenericFileOperationFailedException)) {
            others.handleException(message, exchange, exception);
            return;
        }
        LOG.warnf(
                "source %s: %s stays on the server and is read again, which doubles nobody: %s. May the login read the"
                        + " file, and make .done and .failed beside it?",
                SftpReason.source(exchange.getFromRouteId()),
                exchange.getMessage().getHeader(Exchange.FILE_NAME),
                SftpReason.text(exception));
    }
}
