package org.almbridge.source.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.almbridge.source.Reason;
import org.apache.camel.util.ObjectHelper;

/** Puts into words why a page is not to be had. */
final class PageReason {

    private PageReason() {}

    static String of(IOException failure) {
        if (failure instanceof PageUnavailableException) {
            return "cannot be had now (" + failure.getMessage() + ")";
        }
        if (is(SSLException.class, failure)) {
            return "cannot be had, because no trusted connection comes about (" + Reason.firstLine(failure)
                    + "): check the certificate of the API and the trust store of the Java runtime";
        }
        if (is(ConnectException.class, failure)
                || is(UnknownHostException.class, failure)
                || is(NoRouteToHostException.class, failure)) {
            return "cannot be reached (" + Reason.firstLine(failure)
                    + "): check url, the network and whether the API runs";
        }
        if (is(SocketTimeoutException.class, failure)) {
            return "does not come within timeoutMs (" + Reason.firstLine(failure) + ")";
        }
        return "breaks off (" + Reason.firstLine(failure) + ")";
    }

    private static boolean is(Class<? extends Throwable> type, IOException failure) {
        return ObjectHelper.getException(type, failure) != null;
    }
}
