package org.almbridge.ledger;

/**
 * What people have stopped for a while.
 *
 * @param because what they gave as the reason
 * @param by      name of the caller
 * @param since   epoch milliseconds
 */
public record Pause(String because, String by, long since) {}
