package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.LoggingExceptionHandler;
import org.jboss.logging.Logger;

/** Says of a single file why it can be neither read nor shelved; it stays, and is read again after a while. */
@Singleton
@Named("fileTrouble")
class FileTrouble implements ExceptionHandler, Processor {

    private static final Logger LOG = Logger.getLogger(FileTrouble.class);

    /** The time in the name on the shelf, which differs at every try. */
    private static final Pattern STAMP = Pattern.compile("\\d{8}-\\d{9}-");

    private final FileOutages outages;
    private final ExceptionHandler others;

    FileTrouble(FileOutages outages, CamelContext context) {
        this.outages = outages;
        others = new LoggingExceptionHandler(context, FileTrouble.class);
    }

    /** Of the reason that could not be written beside its file. */
    @Override
    public void process(Exchange exchange) {
        handleException(null, exchange, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
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
            others.handleException(message, exception);
            return;
        }
        String source = SourceRoutes.source(exchange.getFromRouteId());
        String file = exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class);
        String reason = STAMP.matcher(Reason.firstLine(Reason.root(exception))).replaceAll("");
        if (!outages.failed(source, file, reason)) {
            return;
        }
        if (exception instanceof GenericFileOperationFailedException) {
            LOG.warnf(
                    "source %s: %s stays where it is and is read again, which doubles nobody: %s. May the bridge read the"
                            + " file, make .done and .failed beside it, and move it there?",
                    source, file, reason);
        } else {
            others.handleException(message, exchange, exception);
        }
    }
}
