package org.almbridge.ledger;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.almbridge.BridgeConfig;
import org.almbridge.learner.Claim;
import org.almbridge.learner.FailureClass;

/** Opens escalations; telling people is a step of its own, so that a deaf endpoint loses none. */
@Singleton
public class EscalationLedger {

    private static final String OPEN = """
            INSERT INTO escalation (id, learner_key, failure_class, opened_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET opened_at = excluded.opened_at,
                dismissed_at = NULL, dismissed_because = NULL, dismissed_by = NULL""";

    private static final String DELIVER = """
            INSERT INTO delivery (escalation_id, endpoint, due_at) VALUES (?, ?, ?)
            ON CONFLICT (escalation_id, endpoint)
            DO UPDATE SET due_at = excluded.due_at, tries = 0, delivered_at = NULL""";

    private static final String ESCALATED_BY =
            "SELECT 1 FROM enrolment WHERE learner_key = ? AND state = 'ESCALATED' AND escalation_id = ? LIMIT 1";

    private final LedgerDatabase database;
    private final Outbox outbox;
    private final BridgeConfig config;
    private final Clock clock;
    private final List<LedgerListener> listeners;

    EscalationLedger(
            LedgerDatabase database,
            Outbox outbox,
            BridgeConfig config,
            Clock clock,
            @All List<LedgerListener> listeners) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
        this.listeners = listeners;
    }

    /** @param joined whether the escalation was open already, for another enrolment */
    private record Opened(boolean finished, int enrolments, boolean joined) {}

    /**
     * @param loInstanceId the enrolment that failed, {@code null} when the user did and no enrolment can be made
     * @param endpoints    how many endpoints are to be told
     * @return whether nothing is left to do for the learner; {@code false} also when it is for others, who have taken the
     *         learner over, or for the next start to escalate
     */
    public CompletableFuture<Boolean> open(Claim claim, FailureClass failureClass, String loInstanceId, int endpoints) {
        String learnerKey = claim.learnerKey();
        String id = id(learnerKey, failureClass);
        return database.write(claim.epoch(), sql -> {
                    LearnerRows.lock(sql, learnerKey);
                    long now = clock.millis();
                    boolean joined = sql.count(ESCALATED_BY, learnerKey, id) > 0;
                    sql.update(OPEN, id, learnerKey, failureClass.name(), now);
                    int enrolments = escalate(
                            sql,
                            id,
                            learnerKey,
                            loInstanceId,
                            now + config.retry().giveUpAfterMs());
                    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
                        sql.update(DELIVER, id, endpoint, now);
                    }
                    outbox.escalated(sql, id, learnerKey, failureClass, loInstanceId, now);
                    return new Opened(LearnerLedger.finishIfNothingIsDue(sql, learnerKey, now), enrolments, joined);
                })
                .thenApply(opened -> {
                    listeners.forEach(
                            listener -> listener.escalated(failureClass, opened.enrolments(), !opened.joined()));
                    return opened.finished();
                })
                .exceptionally(EscalationLedger::leaveToOthers);
    }

    /** Those are no failures: another one is being handled, and Camel would report both with their stack traces. */
    private static boolean leaveToOthers(Throwable failure) {
        if (failure.getCause() instanceof LeaseLostException
                || failure.getCause() instanceof RejectedExecutionException) {
            return false;
        }
        throw new CompletionException(failure.getCause());
    }

    /**
     * What an escalation is about is not done; who waits for the user waits no longer than that.
     *
     * @param deadline epoch milliseconds
     * @return enrolments that are escalated with it
     */
    static int escalate(Sql sql, String id, String learnerKey, String loInstanceId, long deadline) throws SQLException {
        if (loInstanceId == null) {
            ManagerWaits.setDeadline(sql, learnerKey, deadline);
        }
        return escalateEnrolments(sql, id, learnerKey, loInstanceId);
    }

    private static int escalateEnrolments(Sql sql, String id, String learnerKey, String loInstanceId)
            throws SQLException {
        String escalate =
                "UPDATE enrolment SET state = 'ESCALATED', escalation_id = ? WHERE learner_key = ? AND state = 'DUE'";
        return loInstanceId == null
                ? sql.update(escalate, id, learnerKey)
                : sql.update(escalate + " AND lo_instance_id = ?", id, learnerKey, loInstanceId);
    }

    /** The same for the same learner and failure class. */
    public static String id(String learnerKey, FailureClass failureClass) {
        byte[] name = (learnerKey + '\0' + failureClass).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString();
    }
}
