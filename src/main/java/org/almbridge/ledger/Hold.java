package org.almbridge.ledger;

/**
 * What holds learners back in the ledger, beyond ALM's pace.
 *
 * @param since epoch milliseconds
 */
public record Hold(Reason reason, long since) {

    /** What it is; the names are part of metrics and answers. */
    public enum Reason {
        /** ALM accepts no access token. */
        TOKEN_REFUSED,
        /** ALM forbids every call of one HTTP method. */
        SCOPE_MISSING,
        /** More than half of the last calls failed. */
        ALM_DOWN,
        /** ALM's index takes nobody up. */
        INDEX_STOPPED,
        /** People have paused dispatch. */
        PAUSED
    }
}
