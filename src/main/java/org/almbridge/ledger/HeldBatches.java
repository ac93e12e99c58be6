package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.almbridge.learner.HeldRow;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;

/** Keeps the rows of batches that people must look at before anybody of them is provisioned. */
@Singleton
public class HeldBatches {

    /** What became of an approval. */
    public enum Approval {
        /** The rows go on now. */
        GIVEN,
        /** It had been given before. */
        REPEATED,
        /** The batch is not held, or not there. */
        NOT_HELD
    }

    /** Who was erased while the batch was held is counted with the people whom it brought. */
    private static final String RELEASE =
            "UPDATE batch SET held = NULL, erased_others = erased_others + erased_held, erased_held = 0 WHERE id = ?";

    private final LedgerDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    HeldBatches(LedgerDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Returns once the rows are durable. */
    public AcceptedRows hold(String batchId, List<NewLearner> learners, List<RejectedRow> rejected) {
        return database.write(sql -> {
                    for (NewLearner learner : learners) {
                        sql.update(
                                """
                                INSERT INTO held_row (batch_id, row_number, attributes, learner_key, email)
                                VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (batch_id, row_number) DO UPDATE SET attributes = excluded.attributes,
                                    learner_key = excluded.learner_key, email = excluded.email""",
                                batchId,
                                learner.number(),
                                AttributesJson.write(learner.row()),
                                learner.key(),
                                learner.email());
                    }
                    RejectedRows rejects = new RejectedRows(sql, batchId, outbox, clock.millis());
                    for (RejectedRow row : rejected) {
                        rejects.reject(row.number(), row.reasons());
                    }
                    return new AcceptedRows(0, 0, rejected.size(), learners.size());
                })
                .join();
    }

    /** Whether people have looked at the batch, so that the same input is not held again. */
    public boolean isApproved(String batchId) throws SQLException {
        return database.read(sql -> isApproved(sql, batchId));
    }

    static boolean isApproved(Sql sql, String batchId) throws SQLException {
        return sql.count("SELECT count(*) FROM batch WHERE id = ? AND approved_at IS NOT NULL", batchId) > 0;
    }

    /** Returns once the approval is durable; the rows go on soon after, also through a restart. */
    public Approval approve(String batchId) {
        return database.write(sql -> {
                    int given = sql.update("""
                            UPDATE batch SET approved_at = ?, due_at = ?
                            WHERE id = ? AND held IS NOT NULL AND approved_at IS NULL""", clock.millis(), clock.millis(), batchId);
                    if (given > 0) {
                        return Approval.GIVEN;
                    }
                    long before =
                            sql.count("SELECT count(*) FROM batch WHERE id = ? AND approved_at IS NOT NULL", batchId);
                    return before > 0 ? Approval.REPEATED : Approval.NOT_HELD;
                })
                .join();
    }

    /** @param after the last row that was read before, -1 for none */
    public List<HeldRow> rows(String batchId, int after, int max) throws SQLException {
        return database.read(sql -> sql.query(
                """
                SELECT row_number, attributes FROM held_row WHERE batch_id = ? AND row_number > ?
                ORDER BY row_number LIMIT ?""",
                row -> new HeldRow(row.getInt("row_number"), AttributesJson.read(row.getString("attributes"))),
                batchId,
                after,
                max));
    }

    /** All rows have gone on; returns once that is durable. */
    public BatchSummary released(String batchId) {
        return database.write(sql -> {
                    sql.update("DELETE FROM held_row WHERE batch_id = ?", batchId);
                    sql.update(RELEASE, batchId);
                    ManagerWaits.wake(sql, batchId);
                    return BatchLedger.summary(sql, batchId);
                })
                .join();
    }
}
