package org.almbridge.ledger;

/**
 * What became of one person or row, as the operator's system is told.
 *
 * @param number     its place in the order of writing
 * @param learnerKey {@code null} for a rejected row
 * @param document   JSON
 */
public record Outcome(long number, String id, String learnerKey, String document) {}
