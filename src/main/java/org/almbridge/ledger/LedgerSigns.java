package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the ledger tells of how well the work goes, for those who watch it. */
@Singleton
public class LedgerSigns {

    /**
     * What became of the learners who were finished since some moment.
     *
     * @param enrolled  those with nothing left to do
     * @param escalated those who need a person
     */
    public record Finished(long enrolled, long escalated) {

        public long all() {
            return enrolled + escalated;
        }

        /** From 0 to 1; of nobody 1. */
        public double successRate() {
            return all() == 0 ? 1 : (double) enrolled / all();
        }
    }

    /**
     * A batch that waits for an approval.
     *
     * @param reason why; it has numbers and keys in it and nobody's data
     */
    public record WaitingBatch(String id, String source, String reason) {}

    private static final String ESCALATED = "SELECT count(DISTINCT learner_key) FROM open_escalation";

    private static final String FINISHED = """
            SELECT
                count(CASE WHEN state = 'ENROLLED' THEN 1 END) AS enrolled,
                count(CASE WHEN state = 'ESCALATED' THEN 1 END) AS escalated
            FROM learner WHERE finished_at IS NOT NULL AND finished_at > ?""";

    private static final String HELD =
            "SELECT id, source, held FROM batch WHERE held IS NOT NULL AND approved_at IS NULL ORDER BY opened_at";

    private final LedgerDatabase database;
    private final Clock clock;

    LedgerSigns(LedgerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Learners who need a person; whose escalations somebody has dismissed does not. */
    public long escalatedLearners() throws SQLException {
        return database.read(sql -> sql.count(ESCALATED));
    }

    /** @param withinMs milliseconds to look back */
    public Finished finished(long withinMs) throws SQLException {
        return database.read(sql -> sql.first(
                        FINISHED,
                        row -> new Finished(row.getLong("enrolled"), row.getLong("escalated")),
                        clock.millis() - withinMs))
                .orElseThrow();
    }

    /** Epoch milliseconds from which the learner has been due who waits the longest; empty when nobody is due. */
    public Optional<Long> firstDue() throws SQLException {
        long now = clock.millis();
        return database.read(LearnerRows::firstDue).filter(due -> due <= now);
    }

    public List<WaitingBatch> waitingBatches() throws SQLException {
        return database.read(sql -> sql.query(
                HELD, row -> new WaitingBatch(row.getString("id"), row.getString("source"), row.getString("held"))));
    }
}
