package org.almbridge.ledger;

import java.sql.SQLException;

/** Frees what processes had claimed that are gone. */
final class Claims {

    private static final String NEXT_EPOCH = """
            INSERT INTO state (name, value) VALUES ('epoch', '1')
            ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(state.value AS BIGINT) + 1 AS TEXT)
            RETURNING CAST(value AS BIGINT)""";

    private Claims() {}

    static long nextEpoch(Sql sql) throws SQLException {
        return sql.count(NEXT_EPOCH);
    }

    /**
     * @param which a condition on {@code claimed_by}
     * @return learners whose work goes on
     */
    static int free(Sql sql, String which, long now) throws SQLException {
        sql.update("UPDATE delivery SET due_at = ?, claimed_by = NULL WHERE claimed_by " + which, now);
        sql.update("UPDATE batch SET due_at = ?, claimed_by = NULL WHERE claimed_by " + which, now);
        return sql.update(
                "UPDATE learner SET claimed_by = NULL, due_at = " + LearnerRows.NEXT_DUE + " WHERE claimed_by " + which,
                now,
                now,
                now);
    }
}
