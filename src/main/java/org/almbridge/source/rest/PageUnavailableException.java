package org.almbridge.source.rest;

import java.io.IOException;

/** Says that a page is not to be had now, and may be later. */
final class PageUnavailableException extends IOException {

    private final Long delayMs;
    private final boolean silent;

    private PageUnavailableException(String reason, Long delayMs, boolean silent) {
        super(reason);
        this.delayMs = delayMs;
        this.silent = silent;
    }

    /** @param delayMs milliseconds that the API asks to wait, {@code null} when it does not say */
    PageUnavailableException(String reason, Long delayMs) {
        this(reason, delayMs, false);
    }

    /** The access token has ended before its time: the next try gets another one at once, and nobody needs to know. */
    static PageUnavailableException tokenEnded() {
        return new PageUnavailableException("the access token has ended", 0L, true);
    }

    Long delayMs() {
        return delayMs;
    }

    boolean isSilent() {
        return silent;
    }
}
