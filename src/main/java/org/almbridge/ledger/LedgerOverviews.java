package org.almbridge.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.almbridge.learner.FailureClass;

/** Takes overviews for whoever watches the bridge; what one costs is bounded by indexes, however many are finished. */
@Singleton
public class LedgerOverviews {

    private static final String OPEN_ESCALATIONS =
            "SELECT failure_class AS name, count(*) AS number FROM open_escalation GROUP BY failure_class";

    private static final String OLDEST_DUE =
            "SELECT min(due_at) AS due_at FROM learner WHERE state = ? AND due_at IS NOT NULL";

    private final LedgerDatabase database;

    LedgerOverviews(LedgerDatabase database) {
        this.database = database;
    }

    public LedgerOverview take() throws SQLException {
        return database.read(sql -> new LedgerOverview(
                counts(sql, LearnerState.class, "SELECT state AS name, count(*) AS number FROM learner GROUP BY state"),
                counts(sql, FailureClass.class, OPEN_ESCALATIONS),
                sql.count("SELECT count(*) FROM batch WHERE closed_at IS NULL"),
                sql.count("SELECT count(*) FROM batch WHERE held IS NOT NULL"),
                earlier(oldestDue(sql, LearnerState.NEW), oldestDue(sql, LearnerState.CREATED))));
    }

    private static <E extends Enum<E>> Map<E, Long> counts(Sql sql, Class<E> names, String query) throws SQLException {
        Map<E, Long> counts = new EnumMap<>(names);
        sql.each(query, row -> counts.put(Enum.valueOf(names, row.getString("name")), row.getLong("number")));
        return counts;
    }

    /** One state at a time, for which there is an index; {@code null} when nobody is due. */
    private static Long oldestDue(Sql sql, LearnerState state) throws SQLException {
        return sql.query(OLDEST_DUE, row -> Sql.nullableLong(row, "due_at"), state.name())
                .get(0);
    }

    private static Long earlier(Long one, Long other) {
        return one == null || other != null && other < one ? other : one;
    }
}
