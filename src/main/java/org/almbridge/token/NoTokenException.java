package org.almbridge.token;

/** There is no access token that ALM accepts, so the call was not made. */
public class NoTokenException extends Exception {

    private static final boolean NEITHER_SUPPRESSED_NOR_TRACED = false;

    /** Without a stack trace: thousands of exchanges end by it at the same place. */
    public NoTokenException() {
        super(
                "there is no access token that ALM accepts",
                null,
                NEITHER_SUPPRESSED_NOR_TRACED,
                NEITHER_SUPPRESSED_NOR_TRACED);
    }
}
