package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.almbridge.learner.Identity;
import org.almbridge.ledger.Erasure.Result;

/** Removes what the ledger holds of one person, all of it or nothing, and never of somebody who is being worked on. */
@Singleton
public class ErasureLedger {

    private static final String FIND =
            "SELECT learner_key, email, batch_id, state, claimed_by FROM learner WHERE learner_key = ? OR email = ?";

    /** Until the transaction ends nobody claims them. */
    private static final String LOCK = FIND + " FOR UPDATE";

    private static final String ENDPOINTS = """
            SELECT DISTINCT endpoint FROM delivery JOIN escalation ON escalation.id = delivery.escalation_id
            WHERE learner_key = ?""";

    private record Found(Identity person, String batchId, LearnerState state, boolean claimed) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    new Identity(row.getString("learner_key"), row.getString("email")),
                    row.getString("batch_id"),
                    LearnerState.valueOf(row.getString("state")),
                    Sql.nullableLong(row, "claimed_by") != null);
        }
    }

    private final LedgerDatabase database;

    ErasureLedger(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Returns once the removal is durable.
     *
     * @throws SQLException when the ledger cannot be read; nothing is removed then
     */
    public Erasure erase(String keyOrEmail) throws SQLException {
        Identity asked = Identity.of(keyOrEmail);
        // beside the writer, because all rows are looked at; a row that comes in meanwhile is a new one
        Traces traces = database.read(sql -> {
            List<Found> found = sql.query(FIND, Found::read, asked.key(), asked.email());
            return Traces.of(sql, found.size() == 1 ? found.get(0).person() : asked);
        });
        return database.write(sql -> erase(sql, asked, traces)).join();
    }

    /** Whether what is removed stays readable in the store's files until the store has cleaned up by itself. */
    public boolean leavesTraces() throws SQLException {
        return !database.clean();
    }

    private static Erasure erase(Sql sql, Identity asked, Traces traces) throws SQLException {
        sql.flush(); // attempts may be waiting to be written
        List<Found> found = sql.query(LOCK, Found::read, asked.key(), asked.email());
        if (found.size() > 1) {
            return Erasure.not(Result.SEVERAL, asked.key());
        }
        if (found.isEmpty() && traces.isNone()) {
            return Erasure.not(Result.NOBODY, asked.key());
        }
        for (Found learner : found) {
            if (learner.claimed()
                    || LearnerRemoval.isToldOfNow(sql, learner.person().key())) {
                return Erasure.not(Result.UNDER_WAY, asked.key());
            }
        }
        return traces.areBeingReleased(sql)
                ? Erasure.not(Result.UNDER_WAY, asked.key())
                : remove(sql, asked, found, traces);
    }

    private static Erasure remove(Sql sql, Identity asked, List<Found> found, Traces traces) throws SQLException {
        Identity person = asked;
        Set<Integer> endpoints = new TreeSet<>();
        Removed removed = Removed.NOTHING;
        for (Found learner : found) {
            person = learner.person();
            endpoints.addAll(sql.query(ENDPOINTS, row -> row.getInt(1), person.key()));
            removed = removed.plus(LearnerRemoval.remove(sql, person.key(), learner.batchId(), learner.state()));
        }
        int namings = traces.removeNamings(sql, person);
        removed = removed.withTraces(traces.removeHeldRows(sql), namings + traces.removeReasons(sql, person));
        return new Erasure(
                Result.DONE, person.key(), removed, endpoints, traces.reports().size() - namings);
    }
}
