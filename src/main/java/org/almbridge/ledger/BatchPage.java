package org.almbridge.ledger;

/**
 * Which batches to list, newest first.
 *
 * @param source only those of that source, {@code null} for all
 * @param state  only those in that state, {@code null} for all
 * @param limit  no more than so many
 * @param before only those that come after this place of the list, {@code null} to begin with the newest
 */
public record BatchPage(String source, BatchState state, int limit, Place before) {

    /**
     * The place of a batch in the list.
     *
     * @param openedAt epoch milliseconds
     */
    public record Place(long openedAt, String id) {}
}
