package org.almbridge.ledger;

/**
 * A batch whose rows may go on now that it is approved.
 *
 * @param claimedIn the epoch of the claim
 */
public record HeldBatch(String id, String source, String name, long claimedIn) {}
