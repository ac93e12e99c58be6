package org.almbridge.ledger;

/**
 * How people have closed an escalation without sending the work through again.
 *
 * @param at epoch milliseconds
 * @param by name of the caller
 */
public record Dismissal(long at, String because, String by) {}
