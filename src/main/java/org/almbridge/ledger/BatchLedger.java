package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.learner.NewLearner;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.LearnerRow.Fate;

/** Takes batches in, however often the same rows come: a row seen before adds only what is new. */
@Singleton
public class BatchLedger {

    /** Receives one rejected row. */
    public interface RejectedRowReader {
        void read(int row, String reasons) throws IOException;
    }

    /** An approval given while the same input was read again counts for what that reading has held. */
    private static final String CLOSE = """
            UPDATE batch SET closed_at = ?, rows_read = ?, failure = ?, held = ?,
                due_at = CASE WHEN approved_at IS NOT NULL AND CAST(? AS TEXT) IS NOT NULL THEN ? ELSE due_at END
            WHERE id = ?""";

    /** Who was erased comes again when the input does, so nobody of them is counted beside. */
    private static final String OPEN = """
            INSERT INTO batch (id, source, name, opened_at, trace) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET erased_enrolled = 0, erased_others = 0, erased_held = 0,
                erased_enrolments_made = 0, erased_enrolments_others = 0""";

    private static final String ERASED = "SELECT erased_enrolled + erased_others FROM batch WHERE id = ?";

    private final LedgerDatabase database;
    private final Outbox outbox;
    private final Clock clock;

    BatchLedger(LedgerDatabase database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param trace the trace context in which it comes in, {@code null} when that is not traced */
    public void open(String id, String source, String name, String trace) {
        database.write(sql -> sql.update(OPEN, id, source, name, clock.millis(), Sql.text(trace)))
                .join();
    }

    /** The trace context in which the batch came in; empty when that was not traced. */
    public Optional<String> trace(String id) throws SQLException {
        return database.read(sql ->
                sql.first("SELECT trace FROM batch WHERE id = ? AND trace IS NOT NULL", row -> row.getString(1), id));
    }

    /**
     * Returns once all of it is durable.
     *
     * @param feed whether the source brings rows again by itself, so that only those that differ are people's answer
     */
    public AcceptedRows accept(String batchId, boolean feed, List<NewLearner> learners, List<RejectedRow> rejected) {
        return database.write(sql -> {
                    long now = clock.millis();
                    RejectedRows rejects = new RejectedRows(sql, batchId, outbox, now);
                    Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
                    for (NewLearner learner : learners) {
                        fates.merge(
                                new LearnerRow(sql, batchId, feed, rejects, now)
                                        .accept(learner)
                                        .fate(),
                                1,
                                Integer::sum);
                    }
                    for (RejectedRow row : rejected) {
                        rejects.reject(row.number(), row.reasons());
                    }
                    return new AcceptedRows(
                            fates.getOrDefault(Fate.LEARNER, 0),
                            fates.getOrDefault(Fate.KNOWN, 0),
                            fates.getOrDefault(Fate.REJECTED, 0) + rejected.size(),
                            0);
                })
                .join();
    }

    /**
     * @param failure why the input could not be read to its end, {@code null} when it could
     * @param held    why the batch waits for an approval, {@code null} when it does not
     */
    public BatchSummary close(String id, long rowsRead, String failure, String held) {
        return database.write(sql -> {
                    long now = clock.millis();
                    sql.update(CLOSE, now, rowsRead, failure, held, held, now, id);
                    if (held == null) {
                        sql.update("DELETE FROM held_row WHERE batch_id = ?", id);
                        ManagerWaits.wake(sql, id);
                    }
                    return summary(sql, id);
                })
                .join();
    }

    /** Of a batch that has been closed before. */
    static BatchSummary summary(Sql sql, String id) throws SQLException {
        long rowsRead = sql.count("SELECT rows_read FROM batch WHERE id = ?", id);
        long learners = sql.count("SELECT count(*) FROM learner WHERE batch_id = ?", id) + sql.count(ERASED, id);
        long rejected = sql.count("SELECT count(*) FROM rejected_row WHERE batch_id = ?", id);
        long held = sql.count("SELECT count(*) FROM held_row WHERE batch_id = ?", id)
                + sql.count("SELECT erased_held FROM batch WHERE id = ?", id);
        // a batch of records may be shorter when it comes again
        long known = Math.max(0, rowsRead - learners - rejected - held);
        return new BatchSummary(learners, known, rejected, held);
    }

    public Optional<Batch> find(String id) throws SQLException {
        return database.read(sql -> {
            Optional<Batch> batch = sql.first("SELECT * FROM batch WHERE id = ?", row -> Batch.read(id, row), id);
            return batch.isEmpty() ? batch : Optional.of(batch.get().with(summary(sql, id)));
        });
    }

    /** Whether that source brought other content under this name; what could not be read at all does not count. */
    public boolean isNameOfAnother(String id, String source, String name) throws SQLException {
        return database.read(sql -> sql.count("""
                SELECT count(*) FROM batch WHERE source = ? AND name = ? AND id <> ?
                AND NOT (failure IS NOT NULL AND rows_read = 0)""", source, name, id)) > 0;
    }

    public List<RejectedRow> firstRejectedRows(String batchId, int limit) throws SQLException {
        return rejectedRows(batchId, -1, limit);
    }

    /** @param after the last row that was read before, -1 for none */
    public List<RejectedRow> rejectedRows(String batchId, int after, int limit) throws SQLException {
        return database.read(sql -> sql.query(
                """
                SELECT row_number, reasons FROM rejected_row WHERE batch_id = ? AND row_number > ?
                ORDER BY row_number LIMIT ?""",
                row -> new RejectedRow(row.getInt("row_number"), List.of(row.getString("reasons"))),
                batchId,
                after,
                limit));
    }

    /** Reads the rejected rows of a batch one by one, in their order. */
    public void rejectedRows(String batchId, RejectedRowReader reader) throws SQLException, IOException {
        try {
            database.read(sql -> {
                sql.each(
                        "SELECT row_number, reasons FROM rejected_row WHERE batch_id = ? ORDER BY row_number",
                        row -> {
                            try {
                                reader.read(row.getInt("row_number"), row.getString("reasons"));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        batchId);
                return null;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
