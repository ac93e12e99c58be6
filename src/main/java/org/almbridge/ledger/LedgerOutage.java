package org.almbridge.ledger;

/**
 * A store that cannot be reached.
 *
 * @param since  epoch milliseconds
 * @param reason what its driver says, in one line
 */
public record LedgerOutage(long since, String reason) {}
