package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Counts where everybody stands. */
@Singleton
public class LedgerStatistics {

    /** One statement, so that all numbers are of the same moment. */
    private static final String COUNTS = """
            SELECT
                count(CASE WHEN state = 'NEW' THEN 1 END) AS to_create,
                count(CASE WHEN state = 'CREATED' THEN 1 END) AS created,
                count(CASE WHEN state = 'ENROLLED' THEN 1 END)
                    + (SELECT coalesce(sum(erased_enrolled), 0) FROM batch) AS enrolled,
                count(CASE WHEN state = 'ESCALATED' THEN 1 END) AS escalated,
                (SELECT coalesce(sum(rows_read), 0) FROM batch) AS rows_read,
                (SELECT count(*) FROM rejected_row) AS rejected_rows,
                (SELECT count(*) FROM batch WHERE closed_at IS NULL) AS open_batches,
                (SELECT coalesce(sum(erased_others), 0) FROM batch) AS erased
            FROM learner""";

    private final LedgerDatabase database;

    LedgerStatistics(LedgerDatabase database) {
        this.database = database;
    }

    public LedgerCounts counts() throws SQLException {
        return database.read(sql -> sql.first(
                        COUNTS,
                        row -> new LedgerCounts(
                                row.getLong("to_create"),
                                row.getLong("created"),
                                row.getLong("enrolled"),
                                row.getLong("escalated"),
                                row.getLong("rows_read"),
                                row.getLong("rejected_rows"),
                                row.getLong("open_batches"),
                                row.getLong("erased")))
                .orElseThrow());
    }
}
