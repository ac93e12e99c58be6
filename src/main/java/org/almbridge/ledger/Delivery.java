package org.almbridge.ledger;

import org.almbridge.learner.Escalation;

/**
 * One escalation on its way to one endpoint.
 *
 * @param endpoint  position in {@code bridge.escalation.endpoints}
 * @param tries     how often the endpoint has refused it
 * @param claimedIn the epoch of the claim
 */
public record Delivery(Escalation escalation, int endpoint, int tries, long claimedIn) {}
