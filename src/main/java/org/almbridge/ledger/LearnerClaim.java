package org.almbridge.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almbridge.learner.Learner;
import org.almbridge.learner.LearnerInFlight;
import org.almbridge.learner.ManagerStanding;

/**
 * Takes due learners out of the ledger within one transaction.
 *
 * @param epoch         in which they are claimed
 * @param giveUpAfterMs milliseconds for which others wait for a manager who was escalated
 * @param now           epoch milliseconds
 */
record LearnerClaim(Sql sql, long epoch, long giveUpAfterMs, long now) {

    private static final String CLAIM = """
            WITH due AS MATERIALIZED (
                SELECT learner_key FROM learner WHERE state = ? AND due_at <= ?
                ORDER BY due_at, row_number LIMIT ? FOR UPDATE SKIP LOCKED)
            UPDATE learner SET due_at = NULL, claimed_by = ?, waits_for = NULL
            WHERE learner_key IN (SELECT learner_key FROM due)
            RETURNING *, (SELECT source FROM batch WHERE batch.id = learner.batch_id) AS source""";

    /** After so many a claim ends with whom it has, so that many who wait for a manager hold up neither writer nor stop. */
    static final int MOST_LOOKED_AT = 500;

    /** Those who are kept back make room for others; the next claim goes on behind them. */
    List<HandedOut> claim(LearnerState state, int max) throws SQLException {
        ManagerWaits waits = new ManagerWaits(sql, giveUpAfterMs, now);
        Map<String, ManagerStanding> managers = new HashMap<>();
        Map<String, Long> dueSince = new HashMap<>();
        List<Learner> ready = new ArrayList<>();
        int lookedAt = 0;
        int wanted;
        List<Learner> claimed;
        do {
            wanted = max - ready.size();
            claimed = sql.query(
                    CLAIM,
                    row -> {
                        Learner learner = LearnerRows.bare(row);
                        dueSince.put(learner.key(), Math.max(row.getLong("accepted_at"), row.getLong("start_at")));
                        return learner;
                    },
                    state.name(),
                    now,
                    wanted,
                    epoch);
            // RETURNING promises no order
            claimed.sort(Comparator.comparing(Learner::batch).thenComparing(Learner::rowNumber));
            ready.addAll(waits.keepBack(claimed, managers));
            lookedAt += claimed.size();
        } while (claimed.size() == wanted && ready.size() < max && lookedAt < MOST_LOOKED_AT);
        return LearnerRows.complete(sql, ready, "state = ? AND start_at <= ?", EnrolmentState.DUE.name(), now).stream()
                .map(learner -> new HandedOut(
                        new LearnerInFlight(learner, managers.get(learner.key()), epoch),
                        Math.max(0, now - dueSince.get(learner.key()))))
                .toList();
    }
}
