package org.almbridge.ledger;

/**
 * What the ledger has about one person; one of the two is there.
 *
 * @param timeline {@code null} when they are no learner yet
 * @param held     their row in the newest batch that is held, {@code null} without
 */
public record Whereabouts(Timeline timeline, HeldPerson held) {}
