package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.almbridge.support.Postgres;

/** Where the bridges of one measurement keep their ledger, and what the server tells of it. */
final class Ledger implements AutoCloseable {

    private final String url;
    private final Postgres server;
    private final Path data;

    private Ledger(String url, Postgres server, Path data) {
        this.url = url;
        this.server = server;
        this.data = data;
    }

    static Ledger sqlite(Path directory) {
        return new Ledger("jdbc:sqlite:" + directory.resolve("ledger.db"), null, null);
    }

    /** As the server comes, {@code fsync} on, but that it counts statements and tells of waits for locks. */
    static Ledger postgresql(Path directory) throws IOException, SQLException {
        Path data = directory.resolve("postgresql");
        Postgres server = Postgres.start(data);
        Ledger ledger = new Ledger(server.newDatabase(), server, data);
        try {
            ledger.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
            ledger.execute("ALTER SYSTEM SET logging_collector = on");
            ledger.execute("ALTER SYSTEM SET log_lock_waits = on");
            server.restart(() -> {});
            ledger.execute("CREATE EXTENSION pg_stat_statements");
            return ledger;
        } catch (IOException | SQLException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    void resetStatistics() throws SQLException {
        if (server != null) {
            execute("SELECT pg_stat_statements_reset()");
        }
    }

    /** The statements in which most time went: calls, milliseconds, rows, text. */
    List<String> statements(int most) throws SQLException {
        List<String> found = new ArrayList<>();
        if (server != null) {
            query(
                    "SELECT calls, total_exec_time, rows, query FROM pg_stat_statements"
                            + " ORDER BY total_exec_time DESC LIMIT " + most,
                    row -> found.add("%8d calls %8.0f ms %8d rows  %s"
                            .formatted(
                                    row.getLong(1),
                                    row.getDouble(2),
                                    row.getLong(3),
                                    row.getString(4).replaceAll("\\s+", " "))));
        }
        return found;
    }

    /** Statements of all kinds, the end of a transaction not counted. */
    long statements() throws SQLException {
        return number("SELECT coalesce(sum(calls), 0) FROM pg_stat_statements");
    }

    long transactions() throws SQLException {
        return number("SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query ILIKE 'begin%'");
    }

    private long number(String sql) throws SQLException {
        long[] number = {0};
        if (server != null) {
            query(sql, row -> number[0] = row.getLong(1));
        }
        return number[0];
    }

    /** Epoch milliseconds of a column of the batch of that name. */
    long batch(String name, String column) throws SQLException {
        long[] at = {0};
        query("SELECT " + column + " FROM batch WHERE name = '" + name + "'", row -> at[0] = row.getLong(1));
        return at[0];
    }

    /** The server's process and those that it has started. */
    Stream<ProcessHandle> processes() throws IOException {
        if (server == null) {
            return Stream.empty();
        }
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        Optional<ProcessHandle> postmaster = ProcessHandle.of(pid);
        return Stream.concat(postmaster.stream(), postmaster.stream().flatMap(ProcessHandle::descendants));
    }

    /** Lines of the server's log that tell of trouble. */
    List<String> complaints() throws IOException {
        if (server == null) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        try (Stream<Path> logs = Files.list(data.resolve("log"))) {
            for (Path log : logs.toList()) {
                Files.readAllLines(log).stream()
                        .filter(line ->
                                line.matches(".*(ERROR|FATAL|WARNING|deadlock|still waiting|DETAIL|STATEMENT).*"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void query(String sql, RowReader reader) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return server == null
                ? DriverManager.getConnection(url)
                : Postgres.dataSource(url).getConnection();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }
}
