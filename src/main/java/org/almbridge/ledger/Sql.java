package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of one transaction, each prepared once however often the transaction repeats it. */
final class Sql implements AutoCloseable {

    /** Reads the current row of a result. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** Looks at the current row of a result. */
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Rows that a result holds in memory at a time, where the store sends it in pieces. */
    private static final int FETCH = 1_000;

    /** Stands for null where a statement is repeated with and without a value: PostgreSQL would be given it anew each time. */
    private enum TypedNull {
        TEXT(Types.VARCHAR),
        INTEGER(Types.INTEGER),
        BIGINT(Types.BIGINT);

        private final int type;

        TypedNull(int type) {
            this.type = type;
        }
    }

    private final Connection connection;
    private final Store store;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Set<PreparedStatement> later = new LinkedHashSet<>();

    Sql(Connection connection, Store store) {
        this.connection = connection;
        this.store = store;
    }

    Store store() {
        return store;
    }

    int update(String sql, Object... arguments) throws SQLException {
        return bind(sql, arguments).executeUpdate();
    }

    /**
     * The same for what no other statement of the transaction depends on: it goes out with others of its kind, in their
     * order, at {@link #flush()}, and so costs no round trip of its own.
     */
    void updateLater(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = bind(sql, arguments);
        statement.addBatch();
        later.add(statement);
    }

    /** Sends what was left for later. */
    void flush() throws SQLException {
        for (PreparedStatement statement : later) {
            statement.executeBatch();
        }
        later.clear();
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) throws SQLException {
        List<T> mapped = new ArrayList<>();
        each(sql, row -> mapped.add(mapper.map(row)), arguments);
        return mapped;
    }

    /** For results that may not fit into memory. */
    void each(String sql, RowReader reader, Object... arguments) throws SQLException {
        try (ResultSet rows = bind(sql, arguments).executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments) throws SQLException {
        return query(sql, mapper, arguments).stream().findFirst();
    }

    long count(String sql, Object... arguments) throws SQLException {
        return first(sql, row -> row.getLong(1), arguments).orElse(0L);
    }

    /** The placeholders of an {@code IN} list of that many values. */
    static String placeholders(int size) {
        return Stream.generate(() -> "?").limit(size).collect(Collectors.joining(",", "(", ")"));
    }

    /** A column that may hold no number, which JDBC would turn into 0. */
    static Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** @param value may be {@code null} */
    static Object text(String value) {
        return value == null ? TypedNull.TEXT : value;
    }

    /** @param value may be {@code null} */
    static Object integer(Integer value) {
        return value == null ? TypedNull.INTEGER : value;
    }

    /** @param value may be {@code null} */
    static Object bigint(Long value) {
        return value == null ? TypedNull.BIGINT : value;
    }

    private PreparedStatement bind(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(store.adapt(sql));
            statement.setFetchSize(FETCH);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof TypedNull none) {
                statement.setNull(i + 1, none.type);
            } else if (arguments[i] instanceof String text) {
                statement.setObject(i + 1, StorableText.of(text));
            } else {
                statement.setObject(i + 1, arguments[i]);
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }
}
