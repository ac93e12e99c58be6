package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what is kept no longer, a few hundred people in a transaction, so that nobody waits for the writer. Only people who
 * are enrolled in all that they were to get, and of whom everybody has been told who was to be, count as through.
 */
@Singleton
public class RetentionLedger {

    static final int CHUNK = 200;

    private static final String THROUGH = """
            state = 'ENROLLED' AND finished_at <= ? AND claimed_by IS NULL
            AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.learner_key = learner.learner_key)
            AND NOT EXISTS (SELECT 1 FROM escalation e JOIN delivery d ON d.escalation_id = e.id
                WHERE e.learner_key = learner.learner_key AND d.delivered_at IS NULL)""";

    /** In the order of the keys, so that one way through the table finds all. */
    private static final String NEXT = "SELECT learner_key FROM learner WHERE learner_key > ? AND " + THROUGH;

    private static final String WITH_ATTEMPTS =
            " AND EXISTS (SELECT 1 FROM attempt a WHERE a.learner_key = learner.learner_key)";

    private static final String PAGE = " ORDER BY learner_key LIMIT " + CHUNK;

    /** Judged anew: since they were found they may have come again. */
    private static final String LOCK =
            "SELECT learner_key, batch_id FROM learner WHERE learner_key = ? AND " + THROUGH + " FOR UPDATE";

    private record Through(String key, String batchId) {
        static Through read(ResultSet row) throws SQLException {
            return new Through(row.getString("learner_key"), row.getString("batch_id"));
        }
    }

    /**
     * What one transaction has removed.
     *
     * @param escalated keys of those of whom there may be records of escalations
     */
    public record Pruned(Removed removed, List<String> escalated) {}

    private final LedgerDatabase database;

    RetentionLedger(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * The next people whom {@link #removeLearners} may remove, in the order of their keys.
     *
     * @param before epoch milliseconds by which they were through
     * @param after  the last key of those before, empty for none
     */
    public List<String> learners(long before, String after) throws SQLException {
        return next(NEXT + PAGE, before, after);
    }

    /** The same for {@link #removeAttempts}. */
    public List<String> learnersWithAttempts(long before, String after) throws SQLException {
        return next(NEXT + WITH_ATTEMPTS + PAGE, before, after);
    }

    /** Beside the writer, because it may have to look at everybody. */
    private List<String> next(String query, long before, String after) throws SQLException {
        return database.read(sql -> sql.query(query, row -> row.getString(1), after, before));
    }

    /** Returns once it is durable. */
    public Pruned removeLearners(List<String> keys, long before) {
        return database.write(sql -> {
                    Removed removed = Removed.NOTHING;
                    List<String> escalated = new ArrayList<>();
                    for (String key : keys) {
                        for (Through learner : sql.query(LOCK, Through::read, key, before)) {
                            Removed ofLearner =
                                    LearnerRemoval.remove(sql, key, learner.batchId(), LearnerState.ENROLLED);
                            removed = removed.plus(ofLearner);
                            if (ofLearner.escalations() > 0) {
                                escalated.add(key);
                            }
                        }
                    }
                    return new Pruned(removed, escalated);
                })
                .join();
    }

    /**
     * Returns once it is durable. Nothing asks for the attempts of somebody who is through: what ALM has answered is in
     * their state.
     *
     * @return how many attempts
     */
    public int removeAttempts(List<String> keys, long before) {
        return database.write(sql -> {
                    int removed = 0;
                    for (String key : keys) {
                        for (Through learner : sql.query(LOCK, Through::read, key, before)) {
                            removed += sql.update("DELETE FROM attempt WHERE learner_key = ?", learner.key());
                        }
                    }
                    return removed;
                })
                .join();
    }

    /** Has the store's files hold nothing of it either, as far as the store lets itself be told. */
    public void clean() throws SQLException {
        database.clean();
    }
}
