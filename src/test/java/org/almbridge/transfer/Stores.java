package org.almbridge.transfer;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.almbridge.support.Postgres;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/** Ledgers of both kinds, and what is in them. */
final class Stores {

    private Stores() {}

    static Store sqlite(Path file) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + file);
        return store(dataSource.getUrl(), dataSource, "db/ledger");
    }

    static Store postgres() {
        String url = Postgres.shared().newDatabase();
        return store(url, Postgres.dataSource(url), "db/ledger", "db/ledger-postgresql");
    }

    private static Store store(String url, DataSource dataSource, String... migrations) {
        return new Store(
                url,
                dataSource,
                Flyway.configure().dataSource(dataSource).locations(migrations).load());
    }

    /** The same ledger, for a release whose schema has that version. */
    static Store ofRelease(Store store, String version) {
        return new Store(
                store.url(),
                store.dataSource(),
                Flyway.configure()
                        .configuration(store.flyway().getConfiguration())
                        .target(version)
                        .load());
    }

    static void execute(Store store, String sql, Object... arguments) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
        }
    }

    /** Of each table of the ledger its rows, as column and value, in no order. */
    static Map<String, List<String>> rows(Store store) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : Tables.OF_THE_LEDGER) {
            rows.put(table, query(store, "SELECT * FROM " + table));
        }
        return rows;
    }

    /** Rows as {@code column=value, column=value}, sorted. */
    static List<String> query(Store store, String sql) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getMetaData().getColumnName(i) + "=" + rows.getString(i));
                }
                texts.add(row.stream().sorted().collect(Collectors.joining(", ")));
            }
            return texts.stream().sorted().toList();
        }
    }

    /** Fills every column of every table with what is odd about its kind, and leaves out what may be left out. */
    static void fill(Store store, int rows) throws SQLException {
        store.flyway().migrate();
        try (Connection connection = store.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (String table : Tables.OF_THE_LEDGER) {
                fill(connection, table, rows);
            }
            connection.commit();
        }
        execute(store, "INSERT INTO state (name, value) VALUES ('epoch', '41')");
    }

    private static void fill(Connection connection, String table, int rows) throws SQLException {
        List<Column> columns = Column.of(connection, table);
        List<String> optional = optional(connection, table);
        String sql = "INSERT INTO " + table + " ("
                + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + ") VALUES ("
                + Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < columns.size(); i++) {
                    Column column = columns.get(i);
                    boolean left =
                            column.name().equals("claimed_by") || row % 2 == 1 && optional.contains(column.name());
                    insert.setObject(i + 1, left ? null : odd(column, row));
                }
                insert.executeUpdate();
            }
        }
    }

    private static Object odd(Column column, int row) {
        return switch (column.kind()) {
            case TEXT -> row + " \"it's\"\n\r\t{\\} \u0000 \uD83D\uDE00 \u2028 é " + column.name();
            case INTEGER -> Integer.MAX_VALUE - row;
            case BIGINT -> row % 3 == 0 ? Long.MIN_VALUE + row : Long.MAX_VALUE - row;
        };
    }

    /** A key is needed, although SQLite does not say so. */
    private static List<String> optional(Connection connection, String table) throws SQLException {
        List<String> optional = new ArrayList<>();
        try (ResultSet columns = connection.getMetaData().getColumns(null, null, table, null)) {
            while (columns.next()) {
                if ("YES".equals(columns.getString("IS_NULLABLE"))) {
                    optional.add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        try (ResultSet keys = connection.getMetaData().getPrimaryKeys(null, null, table)) {
            while (keys.next()) {
                optional.remove(keys.getString("COLUMN_NAME"));
            }
        }
        return optional;
    }

    static List<String> tables(Store store) throws SQLException {
        store.flyway().migrate();
        String sql = store.isShared()
                ? "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
                : "SELECT name FROM sqlite_master WHERE type = 'table'";
        return query(store, sql).stream()
                .map(row -> row.substring(row.indexOf('=') + 1))
                .toList();
    }
}
