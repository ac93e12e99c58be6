package org.almbridge.ledger;

/** A batch whose rows may go on now that it is approved. */
public record HeldBatch(String id, String source, String name) {}
