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
                LearnerRows.firstDue(sql).orElse(null)));
    }

    private static <E extends Enum<E>> Map<E, Long> counts(Sql sql, Class<E> names, String query) throws SQLException {
        Map<E, Long> counts = new EnumMap<>(names);
        sql.each(query, row -> counts.put(Enum.valueOf(names, row.getString("name")), row.getLong("number")));
        return counts;
    }
}
