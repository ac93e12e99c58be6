package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes what is kept no longer, a few hundred people in a transaction, so that nobody waits for the writer. Only people who
 * are enrolled in all that they were to get, or of whose escalations each was dismissed, and of whom everybody has been told
 * who was to be, count as through.
 */
@Singleton
public class RetentionLedger {

    static final int CHUNK = 200;

    private static final String ENROLLED = "state = 'ENROLLED' AND finished_at <= ?";

    /** They go so long after the last dismissal. */
    private static final String DISMISSED = """
            state = 'ESCALATED' AND finished_at <= ? AND NOT EXISTS (SELECT 1 FROM unsettled_escalation u
                WHERE u.learner_key = learner.learner_key AND (u.dismissed_at IS NULL OR u.dismissed_at > ?))""";

    private static final String EVERYBODY_IS_TOLD = """
            claimed_by IS NULL
            AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.learner_key = learner.learner_key)
            AND NOT EXISTS (SELECT 1 FROM escalation e JOIN delivery d ON d.escalation_id = e.id
                WHERE e.learner_key = learner.learner_key AND d.delivered_at IS NULL)""";

    private static final String THROUGH = "(" + ENROLLED + " OR " + DISMISSED + ") AND " + EVERYBODY_IS_TOLD;

    /** In the order of the keys, so that one way through the table finds all. */
    private static final String NEXT = "SELECT learner_key FROM learner WHERE learner_key > ? AND ";

    private static final String PAGE = " ORDER BY learner_key LIMIT " + CHUNK;

    /** A replay of what was dismissed asks for the attempts. */
    private static final String ENROLLED_WITH_ATTEMPTS = ENROLLED + " AND " + EVERYBODY_IS_TOLD
            + " AND EXISTS (SELECT 1 FROM attempt a WHERE a.learner_key = learner.learner_key)";

    /** Judged anew: since they were found they may have come again. */
    private static final String LOCK = "SELECT learner_key, batch_id, state FROM learner WHERE learner_key = ? AND ";

    private static final String FOR_UPDATE = " FOR UPDATE";

    private record Through(String key, String batchId, LearnerState state) {
        static Through read(ResultSet row) throws SQLException {
            return new Through(
                    row.getString("learner_key"),
                    row.getString("batch_id"),
                    LearnerState.valueOf(row.getString("state")));
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
        return next(THROUGH, after, before, before, before);
    }

    /** The same for {@link #removeAttempts}, but for those who are not enrolled. */
    public List<String> learnersWithAttempts(long before, String after) throws SQLException {
        return next(ENROLLED_WITH_ATTEMPTS, after, before);
    }

    /** Beside the writer, because it may have to look at everybody. */
    private List<String> next(String who, Object... values) throws SQLException {
        return database.read(sql -> sql.query(NEXT + who + PAGE, row -> row.getString(1), values));
    }

    /** Returns once it is durable. */
    public Pruned removeLearners(List<String> keys, long before) {
        return database.write(sql -> {
                    Removed removed = Removed.NOTHING;
                    List<String> escalated = new ArrayList<>();
                    for (String key : keys) {
                        for (Through learner :
                                sql.query(LOCK + THROUGH + FOR_UPDATE, Through::read, key, before, before, before)) {
                            Removed ofLearner = LearnerRemoval.remove(sql, key, learner.batchId(), learner.state());
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
                        for (Through learner :
                                sql.query(LOCK + ENROLLED_WITH_ATTEMPTS + FOR_UPDATE, Through::read, key, before)) {
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
