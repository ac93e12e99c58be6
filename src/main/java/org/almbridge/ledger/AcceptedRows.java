package org.almbridge.ledger;

/**
 * What became of rows that were read together.
 *
 * @param learners people who were not known before
 * @param known    rows of people who were
 * @param rejected rows that are wrong in themselves
 * @param held     good rows that wait for an approval of their batch
 */
public record AcceptedRows(int learners, int known, int rejected, int held) {}
