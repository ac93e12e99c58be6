package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sends escalated work through again, as a later row of the same people does: what is escalated is due, limits of retries
 * begin anew, and nothing that is done is repeated, because ALM is read before the first change.
 */
@Singleton
public class Replays {

    /** Few enough for a transaction not to hold up the others, many enough for a hundred thousand not to take long. */
    static final int CHUNK = 300;

    private static final String MEANT = """
            SELECT e.id, e.learner_key, l.alm_user_id, (SELECT count(*) FROM enrolment n
                WHERE n.learner_key = e.learner_key AND n.escalation_id = e.id AND n.state = 'ESCALATED') AS enrolments
            """;

    record Meant(String id, String learnerKey, boolean created, long enrolments) {}

    private final LedgerDatabase database;
    private final Clock clock;

    Replays(LedgerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a replay would do at this moment. */
    public ReplayCost cost(EscalationFilter filter) throws SQLException {
        return cost(meant(filter));
    }

    /**
     * Returns once all of it is durable; after an end of the process in the middle, the rest is still open.
     *
     * @param expected how many escalations the caller counts on
     * @return empty, and nothing is done, when there are more or fewer
     */
    public Optional<ReplayCost> replay(EscalationFilter filter, long expected) throws SQLException {
        List<Meant> meant = meant(filter);
        if (meant.size() != expected) {
            return Optional.empty();
        }
        replay(meant);
        return Optional.of(cost(meant));
    }

    /** Some may have been replayed since they were looked up, and are left alone. */
    void replay(List<Meant> meant) {
        for (int from = 0; from < meant.size(); from += CHUNK) {
            List<Meant> chunk = meant.subList(from, Math.min(from + CHUNK, meant.size()));
            database.write(sql -> {
                        replay(sql, chunk);
                        return null;
                    })
                    .join();
        }
    }

    /** Whoever names escalations means the dismissed ones among them, too. */
    List<Meant> meant(EscalationFilter filter) throws SQLException {
        String which = filter.ids() == null ? "open_escalation" : "unsettled_escalation";
        return database.read(sql -> sql.query(
                MEANT + EscalationRows.FROM + filter.condition() + " AND e.id IN (SELECT id FROM " + which
                        + ") ORDER BY e.opened_at, e.id",
                row -> new Meant(
                        row.getString("id"),
                        row.getString("learner_key"),
                        row.getString("alm_user_id") != null,
                        row.getLong("enrolments")),
                filter.values().toArray()));
    }

    private static ReplayCost cost(List<Meant> meant) {
        Set<String> learners = new HashSet<>();
        long enrolments = 0;
        long creates = 0;
        for (Meant one : meant) {
            boolean first = learners.add(one.learnerKey());
            creates += first && !one.created() ? 1 : 0;
            enrolments += one.enrolments();
        }
        return new ReplayCost(meant.size(), learners.size(), enrolments, creates + enrolments);
    }

    private void replay(Sql sql, List<Meant> chunk) throws SQLException {
        long now = clock.millis();
        Set<String> keys = chunk.stream().map(Meant::learnerKey).collect(Collectors.toSet());
        LearnerRows.lock(sql, keys);
        // a later row may have been quicker, and is not to be counted anew
        List<Object> ids = new ArrayList<>();
        Set<String> learners = new HashSet<>();
        sql.each(
                "SELECT id, learner_key FROM unsettled_escalation WHERE id IN " + Sql.placeholders(chunk.size()),
                row -> {
                    ids.add(row.getString("id"));
                    learners.add(row.getString("learner_key"));
                },
                chunk.stream().map(Meant::id).toArray());
        if (!ids.isEmpty()) {
            new Reopening(sql, ids, List.copyOf(learners), now).reopen();
        }
    }
}
