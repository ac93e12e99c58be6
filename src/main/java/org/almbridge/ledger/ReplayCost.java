package org.almbridge.ledger;

/**
 * What it takes to send escalated work through again.
 *
 * @param posts calls that create or enrol, when each succeeds at once
 */
public record ReplayCost(long escalations, long learners, long enrolments, long posts) {}
