package org.almbridge.alm;

/**
 * What is done after a failed call.
 *
 * @param delayMs milliseconds to wait first, {@code null} to leave the delay to Camel's redelivery policy
 */
record Retry(Verdict verdict, Long delayMs) {

    enum Verdict {
        /** Try again within this exchange. */
        REDELIVER,
        /** Give the slot free and wait in the ledger. */
        PARK,
        /** Hand over to people. */
        GIVE_UP
    }

    static final Retry GIVE_UP = new Retry(Verdict.GIVE_UP, null);

    /** Until dispatch hands the learner out again. */
    static final Retry IN_THE_LEDGER = new Retry(Verdict.PARK, 0L);
}
