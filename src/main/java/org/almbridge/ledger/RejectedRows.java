package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.List;

/** The rejected rows of one batch in one transaction. */
final class RejectedRows {

    private final Sql sql;
    private final String batchId;
    private final Outbox outbox;
    private final long now;

    RejectedRows(Sql sql, String batchId, Outbox outbox, long now) {
        this.sql = sql;
        this.batchId = batchId;
        this.outbox = outbox;
        this.now = now;
    }

    /** A row that is read again is no news; only its reasons may differ, in another release. */
    void reject(int row, List<String> reasons) throws SQLException {
        String text = String.join("; ", reasons);
        boolean news = sql.update("""
                INSERT INTO rejected_row (batch_id, row_number, reasons) VALUES (?, ?, ?)
                ON CONFLICT (batch_id, row_number) DO NOTHING""", batchId, row, text) > 0;
        if (news) {
            outbox.rejected(sql, batchId, row, reasons, now);
        } else {
            sql.update("UPDATE rejected_row SET reasons = ? WHERE batch_id = ? AND row_number = ?", text, batchId, row);
        }
    }
}
