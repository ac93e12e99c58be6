package org.almbridge.ledger;

/**
 * What became of the rows of a batch.
 *
 * @param learners people the batch brought first, who may have been erased since
 * @param known    rows of people who were there before
 * @param rejected rows that are wrong in themselves
 * @param held     good rows that wait for an approval of the batch
 */
public record BatchSummary(long learners, long known, long rejected, long held) {}
