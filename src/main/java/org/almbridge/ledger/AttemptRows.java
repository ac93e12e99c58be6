package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.almbridge.learner.AlmCall;
import org.almbridge.learner.Attempt;
import org.almbridge.learner.FailureClass;

/** Attempts as rows. */
final class AttemptRows {

    private AttemptRows() {}

    /** Writes the intent, or completes it by the outcome. */
    static void write(Sql sql, String learnerKey, Attempt attempt) throws SQLException {
        sql.updateLater(
                """
                INSERT INTO attempt (learner_key, number, call, lo_instance_id, started_at, ended_at, status,
                                     failure_class, request_id, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (learner_key, number) DO UPDATE SET ended_at = excluded.ended_at, status = excluded.status,
                    failure_class = excluded.failure_class, request_id = excluded.request_id, body = excluded.body""",
                learnerKey,
                attempt.number(),
                attempt.call().name(),
                Sql.text(attempt.loInstanceId()),
                attempt.startedAt(),
                Sql.bigint(attempt.endedAt()),
                Sql.integer(attempt.status()),
                Sql.text(
                        attempt.failureClass() == null
                                ? null
                                : attempt.failureClass().name()),
                Sql.text(attempt.requestId()),
                Sql.text(attempt.body()));
    }

    static Attempt read(ResultSet row) throws SQLException {
        String failureClass = row.getString("failure_class");
        Long status = Sql.nullableLong(row, "status");
        return new Attempt(
                row.getInt("number"),
                AlmCall.valueOf(row.getString("call")),
                row.getString("lo_instance_id"),
                row.getLong("started_at"),
                Sql.nullableLong(row, "ended_at"),
                status == null ? null : status.intValue(),
                failureClass == null ? null : FailureClass.valueOf(failureClass),
                row.getString("request_id"),
                row.getString("body"));
    }
}
