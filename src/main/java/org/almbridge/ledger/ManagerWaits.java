package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almbridge.learner.Learner;
import org.almbridge.learner.ManagerStanding;
import org.almbridge.learner.ManagerStanding.Doubt;

/**
 * Keeps learners back until their managers are users in ALM. Nobody looks for them meanwhile: the write that records the
 * manager's user wakes them. To be woken too early does no harm, because whoever is claimed is judged anew.
 */
final class ManagerWaits {

    /** More people above each other than any company has, so that no chain of rows costs more than this to follow. */
    static final int MAX_LEVELS = 100;

    /** Who is woken has the place in the queue that they had before. */
    private static final String WAKE = """
            UPDATE learner SET waits_for = NULL,
                due_at = CASE WHEN start_at > retry_from THEN start_at ELSE retry_from END
            WHERE waits_for = ?""";

    private static final String WAIT =
            "UPDATE learner SET waits_for = ?, due_at = ?, claimed_by = NULL" + " WHERE learner_key = ?";

    private static final String MANAGER = """
            SELECT learner_key, alm_user_id, start_at, CASE WHEN state = 'ESCALATED' THEN finished_at END AS escalated_at
            FROM learner WHERE email = ? FOR SHARE""";

    private record Manager(String key, String almUserId, long startsAt, Long escalatedAt) {
        static Manager read(ResultSet row) throws SQLException {
            return new Manager(
                    row.getString("learner_key"),
                    row.getString("alm_user_id"),
                    row.getLong("start_at"),
                    Sql.nullableLong(row, "escalated_at"));
        }
    }

    private final Sql sql;
    private final long giveUpAfterMs;
    private final long now;

    ManagerWaits(Sql sql, long giveUpAfterMs, long now) {
        this.sql = sql;
        this.giveUpAfterMs = giveUpAfterMs;
        this.now = now;
    }

    /**
     * Lets those wait who have to, and gives their claims back.
     *
     * @param standings where to put, by learner, what is known of the managers of the others
     * @return the learners who need not wait
     */
    List<Learner> keepBack(List<Learner> claimed, Map<String, ManagerStanding> standings) throws SQLException {
        List<Learner> ready = new ArrayList<>(claimed.size());
        for (Learner learner : claimed) {
            if (learner.almUserId() != null || learner.managerEmail() == null) {
                ready.add(learner);
                continue;
            }
            Optional<ManagerStanding> standing = standing(learner);
            standing.ifPresent(known -> {
                standings.put(learner.key(), known);
                ready.add(learner);
            });
        }
        return ready;
    }

    /** Empty when the learner waits. */
    private Optional<ManagerStanding> standing(Learner learner) throws SQLException {
        // before the look, which holds the manager's row: no create of another process can slip in between
        sql.update(
                "UPDATE learner SET awaited = 1 WHERE email = ? AND alm_user_id IS NULL AND awaited = 0",
                learner.managerEmail());
        Optional<Manager> found = sql.first(MANAGER, Manager::read, learner.managerEmail());
        if (found.isEmpty()) {
            return whileTheBatchIsRead(learner);
        }
        Manager manager = found.get();
        if (manager.almUserId() != null) {
            return Optional.of(ManagerStanding.known(manager.almUserId()));
        }
        if (waitsFor(manager.key(), learner.key())) {
            return Optional.of(ManagerStanding.unknown(Doubt.CIRCULAR));
        }
        if (manager.startsAt() > now + giveUpAfterMs) {
            return Optional.of(ManagerStanding.unknown(Doubt.STARTS_LATER));
        }
        return manager.escalatedAt() == null
                ? waits(learner, manager.key(), null)
                : waitsUntil(
                        learner,
                        manager.key(),
                        Math.max(manager.escalatedAt(), learner.retryFrom()) + giveUpAfterMs,
                        Doubt.NOT_CREATED);
    }

    /** The manager's row may stand further down, so that there is none says nothing before the end. */
    private Optional<ManagerStanding> whileTheBatchIsRead(Learner learner) throws SQLException {
        // held, or the batch could come to its end before the wait for it is written
        boolean goesOn = sql.first(
                        "SELECT 1 FROM batch WHERE id = ? AND (closed_at IS NULL OR held IS NOT NULL) FOR SHARE",
                        row -> row.getInt(1),
                        learner.batch())
                .isPresent();
        return goesOn
                ? waitsUntil(learner, learner.batch(), learner.retryFrom() + giveUpAfterMs, Doubt.NOT_HERE)
                : Optional.of(ManagerStanding.unknown(Doubt.NOT_HERE));
    }

    private Optional<ManagerStanding> waitsUntil(Learner learner, String what, long deadline, Doubt afterwards)
            throws SQLException {
        return deadline > now ? waits(learner, what, deadline) : Optional.of(ManagerStanding.unknown(afterwards));
    }

    /** @param until epoch milliseconds, {@code null} when what is waited for is sure to come to an end by itself */
    private Optional<ManagerStanding> waits(Learner learner, String what, Long until) throws SQLException {
        sql.update(WAIT, what, until, learner.key());
        return Optional.empty();
    }

    /** Whether somebody waits for another directly or through others; too many others count as that. */
    private boolean waitsFor(String who, String whom) throws SQLException {
        Optional<String> next = Optional.of(who);
        for (int level = 0; level < MAX_LEVELS && next.isPresent(); level++) {
            if (next.get().equals(whom)) {
                return true;
            }
            next = sql.first(
                    "SELECT waits_for FROM learner WHERE learner_key = ? AND waits_for IS NOT NULL",
                    row -> row.getString(1),
                    next.get());
        }
        return next.isPresent();
    }

    /** @param what a learner who has become a user, or a batch that has come to its end */
    static void wake(Sql sql, String what) throws SQLException {
        sql.update(WAKE, what);
    }

    /** People have been told of the manager; from now on they have so long to put it right. */
    static void setDeadline(Sql sql, String managerKey, long deadline) throws SQLException {
        sql.update("UPDATE learner SET due_at = ? WHERE waits_for = ?", deadline, managerKey);
    }
}
