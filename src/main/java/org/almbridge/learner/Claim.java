package org.almbridge.learner;

/**
 * A learner in the hands of this process.
 *
 * @param epoch of the process at the time of the claim; the ledger takes nothing from an epoch that is over, because the
 *              learner may be in other hands by then
 */
public record Claim(String learnerKey, long epoch) {}
