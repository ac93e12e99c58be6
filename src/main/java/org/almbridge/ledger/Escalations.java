package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.almbridge.learner.Escalation;
import org.almbridge.ledger.EscalationPage.Place;

/** Shows people what they were told of, and lets them close it. */
@Singleton
public class Escalations {

    /** What became of the wish to dismiss. */
    public enum Answer {
        DISMISSED,
        /** It was dismissed before, for the same reason. */
        REPEATED,
        /** It was dismissed before, for another reason. */
        OTHERWISE,
        /** The work was sent through again, so there is nothing to close. */
        SETTLED,
        UNKNOWN
    }

    private static final String DISMISS =
            "UPDATE escalation SET dismissed_at = ?, dismissed_because = ?, dismissed_by = ? WHERE id = ?";

    private final LedgerDatabase database;
    private final Clock clock;

    Escalations(LedgerDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param behind where to go on, {@code null} for the beginning
     * @param max    how many to show
     */
    public EscalationPage list(EscalationFilter filter, EscalationState state, Place behind, int max)
            throws SQLException {
        String condition = filter.condition() + " AND " + state.condition();
        List<Object> values = filter.values();
        return database.read(sql -> {
            long total = sql.count("SELECT count(*)" + EscalationRows.FROM + condition, values.toArray());
            List<EscalationSummary> found = behind == null
                    ? EscalationRows.list(sql, condition, values, max + 1)
                    : EscalationRows.list(
                            sql,
                            condition + " AND (e.opened_at, e.id) < (?, ?)",
                            with(values, behind.openedAt(), behind.id()),
                            max + 1);
            List<EscalationSummary> shown = found.subList(0, Math.min(max, found.size()));
            return new EscalationPage(total, shown, found.size() > max ? place(shown.get(max - 1)) : null);
        });
    }

    private static List<Object> with(List<Object> values, Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all;
    }

    private static Place place(EscalationSummary summary) {
        return new Place(summary.escalation().openedAt(), summary.escalation().id());
    }

    /** With all attempts of the learner. */
    public Optional<Escalation> find(String id) throws SQLException {
        return database.read(sql -> EscalationRows.find(sql, id));
    }

    /** Returns once it is durable. */
    public Answer dismiss(String id, String because, String by) {
        return database.write(sql -> {
                    Optional<String> learner =
                            sql.first("SELECT learner_key FROM escalation WHERE id = ?", row -> row.getString(1), id);
                    if (learner.isEmpty()) {
                        return Answer.UNKNOWN;
                    }
                    LearnerRows.lock(sql, learner.get());
                    if (sql.count("SELECT count(*) FROM unsettled_escalation WHERE id = ?", id) == 0) {
                        return Answer.SETTLED;
                    }
                    Optional<String> before = sql.first(
                            "SELECT dismissed_because FROM escalation WHERE id = ? AND dismissed_at IS NOT NULL",
                            row -> row.getString(1),
                            id);
                    if (before.isPresent()) {
                        return before.get().equals(StorableText.of(because)) ? Answer.REPEATED : Answer.OTHERWISE;
                    }
                    sql.update(DISMISS, clock.millis(), because, by, id);
                    return Answer.DISMISSED;
                })
                .join();
    }
}
