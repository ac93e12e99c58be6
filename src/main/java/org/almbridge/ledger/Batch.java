package org.almbridge.ledger;

/**
 * One input and what became of it.
 *
 * @param openedAt epoch milliseconds
 * @param closedAt epoch milliseconds, {@code null} while it is read for the first time
 * @param failure    why it could not be read to its end, {@code null} when it could
 * @param held       why its rows wait for an approval, {@code null} when they do not
 * @param approvedAt epoch milliseconds of that approval, {@code null} without
 */
public record Batch(
        String id,
        String source,
        String name,
        long openedAt,
        Long closedAt,
        long rowsRead,
        String failure,
        String held,
        Long approvedAt,
        BatchSummary summary) {

    Batch with(BatchSummary counted) {
        return new Batch(id, source, name, openedAt, closedAt, rowsRead, failure, held, approvedAt, counted);
    }
}
