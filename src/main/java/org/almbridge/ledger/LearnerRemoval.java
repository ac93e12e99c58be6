package org.almbridge.ledger;

import java.sql.SQLException;

/** Takes learners and all that hangs on them out of the ledger; the numbers of their batches stay as they were. */
final class LearnerRemoval {

    private static final String KEEP_COUNTS = """
            UPDATE batch SET erased_enrolled = erased_enrolled + ?, erased_others = erased_others + ?,
                erased_enrolments_made = erased_enrolments_made + ?,
                erased_enrolments_others = erased_enrolments_others + ?
            WHERE id = ?""";

    private static final String OF_THEIR_ESCALATIONS =
            "WHERE escalation_id IN (SELECT id FROM escalation WHERE learner_key = ?)";

    private LearnerRemoval() {}

    /** For a learner who is locked and not claimed. Who waits for them goes on, and is judged anew. */
    static Removed remove(Sql sql, String key, String batchId, LearnerState state) throws SQLException {
        int enrolled = state == LearnerState.ENROLLED ? 1 : 0;
        int deliveries = sql.update("DELETE FROM delivery " + OF_THEIR_ESCALATIONS, key);
        int escalations = sql.update("DELETE FROM escalation WHERE learner_key = ?", key);
        int outcomes = sql.update("DELETE FROM outcome WHERE learner_key = ?", key);
        int attempts = sql.update("DELETE FROM attempt WHERE learner_key = ?", key);
        int made = sql.update("DELETE FROM enrolment WHERE learner_key = ? AND state = 'ENROLLED'", key);
        int others = sql.update("DELETE FROM enrolment WHERE learner_key = ?", key);
        sql.update(KEEP_COUNTS, enrolled, 1 - enrolled, made, others, batchId);
        int learners = sql.update("DELETE FROM learner WHERE learner_key = ?", key);
        ManagerWaits.wake(sql, key);
        return new Removed(learners, made + others, attempts, escalations, deliveries, outcomes, 0, 0);
    }

    /**
     * Whether an endpoint is being told of the learner, and so may keep a record after all is removed. From here to the end
     * of the transaction none begins.
     */
    static boolean isToldOfNow(Sql sql, String key) throws SQLException {
        return sql
                .query(
                        "SELECT claimed_by FROM delivery " + OF_THEIR_ESCALATIONS + " FOR UPDATE",
                        row -> Sql.nullableLong(row, "claimed_by"),
                        key)
                .stream()
                .anyMatch(claimedBy -> claimedBy != null);
    }
}
