package org.almbridge.gate;

/**
 * Permits that one bridge got from the shared quota. Each falls due one gap after the one before.
 *
 * @param permits   none or more
 * @param lastDueAt when the last one may be used, in epoch milliseconds of this bridge's clock
 * @param gapMs     milliseconds from one permit to the next
 */
record Lease(int permits, double lastDueAt, double gapMs) {

    static final Lease NONE = new Lease(0, 0, 0);
}
