package org.almbridge.source;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;

/** Leaves to {@link FileTrouble} what concerns a single file; a whole look into the folder is {@link SftpPolls}'. */
@Singleton
@Named("sftpTrouble")
class SftpTrouble implements ExceptionHandler {

    private final FileTrouble files;

    SftpTrouble(FileTrouble files) {
        this.files = files;
    }

    @Override
    public void handleException(Throwable exception) {
        // a look that failed, of which SftpPolls has told
    }

    @Override
    public void handleException(String message, Throwable exception) {
        // as above
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        if (exchange != null) {
            files.handleException(message, exchange, exception);
        }
    }
}
