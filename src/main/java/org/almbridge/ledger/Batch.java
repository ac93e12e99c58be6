package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One input and what became of it.
 *
 * @param openedAt epoch milliseconds
 * @param closedAt epoch milliseconds, {@code null} while it is read for the first time
 * @param failure    why it could not be read to its end, {@code null} when it could
 * @param held       why its rows wait for an approval, {@code null} when they do not
 * @param approvedAt epoch milliseconds of that approval, {@code null} without
 * @param summary    {@code null} where nobody has counted
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

    /** A row of the batch table; what became of its rows is to be counted. */
    static Batch read(String id, ResultSet row) throws SQLException {
        return new Batch(
                id,
                row.getString("source"),
                row.getString("name"),
                row.getLong("opened_at"),
                Sql.nullableLong(row, "closed_at"),
                row.getLong("rows_read"),
                row.getString("failure"),
                row.getString("held"),
                Sql.nullableLong(row, "approved_at"),
                null);
    }

    public BatchState state() {
        if (closedAt == null) {
            return BatchState.READING;
        }
        if (held != null) {
            return BatchState.HELD;
        }
        return failure != null ? BatchState.FAILED : BatchState.DONE;
    }

    Batch with(BatchSummary counted) {
        return new Batch(id, source, name, openedAt, closedAt, rowsRead, failure, held, approvedAt, counted);
    }
}
