package org.almbridge.ledger;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies people of one ledger, with what hangs on them, into another of the same schema. Who has been copied before stays
 * as the other ledger has them.
 *
 * @param now epoch milliseconds
 */
record Extract(Sql from, Sql to, long now) {

    /**
     * Takes the place of {@code DUE} for an enrolment whose time has come: it is made anyhow, whatever the other ledger is
     * told, so that nobody claims it there.
     */
    static final String UNDER_WAY = "UNDER_WAY";

    private static final int MOST_VALUES = 1_000;

    /** People known by one of these values, and whom they wait for, directly or through others. */
    void people(String column, Collection<String> values) throws SQLException {
        Set<String> seen = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (Map<String, Object> person : in("learner", column, values)) {
            copy(person, keys);
        }
        for (int level = 0; level < ManagerWaits.MAX_LEVELS && !keys.isEmpty(); level++) {
            Set<String> news = new HashSet<>(keys);
            news.removeAll(seen);
            children(news);
            seen.addAll(keys);
            keys = awaited(news, seen);
        }
    }

    private Set<String> awaited(Set<String> by, Set<String> seen) throws SQLException {
        Set<String> next = in(to, "learner", "learner_key", by).stream()
                .map(person -> (String) person.get("waits_for"))
                .filter(Objects::nonNull)
                .filter(key -> !seen.contains(key))
                .collect(Collectors.toSet());
        Set<String> copied = new HashSet<>();
        for (Map<String, Object> person : in("learner", "learner_key", next)) {
            copy(person, copied);
        }
        return copied;
    }

    /** What is under way for them already is not claimed again. */
    private void copy(Map<String, Object> person, Set<String> keys) throws SQLException {
        person.put("due_at", null);
        person.put("claimed_by", null);
        if (insert("learner", person)) {
            keys.add((String) person.get("learner_key"));
        }
    }

    private void children(Set<String> keys) throws SQLException {
        for (Map<String, Object> enrolment : in("enrolment", "learner_key", keys)) {
            if (EnrolmentState.DUE.name().equals(enrolment.get("state"))
                    && ((Number) enrolment.get("start_at")).longValue() <= now) {
                enrolment.put("state", UNDER_WAY);
            }
            insert("enrolment", enrolment);
        }
        for (Map<String, Object> attempt : in("attempt", "learner_key", keys)) {
            insert("attempt", attempt);
        }
    }

    private List<Map<String, Object>> in(String table, String column, Collection<String> values) throws SQLException {
        return in(from, table, column, values);
    }

    private static List<Map<String, Object>> in(Sql sql, String table, String column, Collection<String> values)
            throws SQLException {
        if (values.isEmpty()) {
            return List.of();
        }
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException("more values than a statement should bind: " + values.size());
        }
        return sql.query(
                "SELECT * FROM " + table + " WHERE " + column + " IN " + Sql.placeholders(values.size()),
                Extract::row,
                values.toArray());
    }

    private static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnName(i), row.getObject(i));
        }
        return values;
    }

    private boolean insert(String table, Map<String, Object> row) throws SQLException {
        return to.update(
                        "INSERT INTO " + table + " (" + String.join(", ", row.keySet()) + ") VALUES ("
                                + String.join(", ", Collections.nCopies(row.size(), "?")) + ") ON CONFLICT DO NOTHING",
                        row.values().toArray())
                > 0;
    }
}
