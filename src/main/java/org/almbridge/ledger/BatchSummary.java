package org.almbridge.ledger;

/**
 * What became of the rows of a batch.
 *
 * @param learners people the batch brought first
 * @param known    rows of people who were there before
 * @param rejected rows that are wrong in themselves
 */
public record BatchSummary(long learners, long known, long rejected) {}
