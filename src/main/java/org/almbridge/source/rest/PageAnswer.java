package org.almbridge.source.rest;

import java.time.Instant;
import org.almbridge.call.RetryAfter;

/** Knows what the status of an answer means for the poll. */
final class PageAnswer {

    private static final int NO_CONTENT = 204;

    private PageAnswer() {}

    /**
     * Whether the answer has a body to read.
     *
     * @param retryAfter header of that name, {@code null} when there is none
     * @throws PageUnavailableException when the same page may be had later
     * @throws PageUnusableException    when a person has to look
     */
    static boolean hasPage(int status, String retryAfter, Access access, Instant now)
            throws PageUnavailableException, PageUnusableException {
        if (status == 200) {
            return true;
        }
        if (status == NO_CONTENT) {
            return false;
        }
        if (status == 401 && access.refused()) {
            throw PageUnavailableException.tokenEnded();
        }
        if (status == 401 || status == 403) {
            throw new PageUnusableException("is refused (HTTP " + status + "): check " + access.parameters()
                    + " and what they are allowed to read");
        }
        requireNoOutage(status, retryAfter, now);
        if (status / 100 == 3) {
            throw new PageUnusableException("is answered with a redirect (HTTP " + status
                    + "), which is not followed because the credentials would go along: give the final address as url");
        }
        throw new PageUnusableException("is answered with HTTP " + status
                + " instead of 200: check url, watermarkParameter" + " and the parameters of the pagination");
    }

    /** @throws PageUnavailableException for an answer that says nothing but that the server is not able to answer now */
    static void requireNoOutage(int status, String retryAfter, Instant now) throws PageUnavailableException {
        if (status == 429 || status == 503) {
            throw new PageUnavailableException("HTTP " + status, RetryAfter.milliseconds(retryAfter, now));
        }
        if (status == 408 || status >= 500) {
            throw new PageUnavailableException("HTTP " + status, null);
        }
    }
}
