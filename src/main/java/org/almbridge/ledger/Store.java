package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.almbridge.LedgerChoice;
import org.postgresql.Driver;
import org.sqlite.JDBC;

/** What keeps the ledger, as far as the one and the other differ. The SQL is the same but for the locks of rows. */
enum Store {
    /** A file that one process has; its one writer locks all of it, so rows need no locks. */
    SQLITE("(SELECT coalesce(max(number), 0) + 1 FROM outcome)") {

        private static final Pattern LOCK = Pattern.compile("\\s+FOR (UPDATE|SHARE)( SKIP LOCKED)?");
        private final Map<String, String> adapted = new ConcurrentHashMap<>();

        @Override
        String adapt(String sql) {
            return adapted.computeIfAbsent(
                    sql, statement -> LOCK.matcher(statement).replaceAll(""));
        }

        /** Every transaction sees one moment. */
        @Override
        void beginSnapshot(Sql sql) {}

        @Override
        Connection connect(String url, Properties properties) throws SQLException {
            return new JDBC().connect(url, properties);
        }

        @Override
        boolean isAway(SQLException failure) {
            return false;
        }

        /** What is deleted is overwritten (secure_delete), but older states of it are in the log until that is emptied. */
        @Override
        boolean clean(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet checkpoint = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return checkpoint.next() && checkpoint.getInt("busy") == 0;
            }
        }
    },

    /** A server that several processes share. */
    POSTGRESQL("nextval('outcome_number')") {

        /** Of the connection, of the server's resources, of a server that starts, stops, or has become a copy of another. */
        private static final Pattern AWAY = Pattern.compile("(08|53|57P|58).*|25006");

        @Override
        String adapt(String sql) {
            return sql;
        }

        @Override
        void beginSnapshot(Sql sql) throws SQLException {
            sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }

        @Override
        Connection connect(String url, Properties properties) throws SQLException {
            return new Driver().connect(url, properties);
        }

        @Override
        boolean isAway(SQLException failure) {
            // the pool gives no state when it can open no connection
            return failure.getSQLState() == null
                    || AWAY.matcher(failure.getSQLState()).matches();
        }

        /** The server overwrites what was deleted when it vacuums, and keeps its own log as its operator has it. */
        @Override
        boolean clean(Connection connection) {
            return false;
        }
    };

    /** A deadlock, a conflict of transactions, a wait for a lock that became too long. */
    private static final Pattern CONFLICT = Pattern.compile("40.*|55P03|25P03");

    private final String nextOutcome;

    Store(String nextOutcome) {
        this.nextOutcome = nextOutcome;
    }

    static Store of(String url) {
        return LedgerChoice.isShared(url) ? POSTGRESQL : SQLITE;
    }

    /** The statement in the words of this store. */
    abstract String adapt(String sql);

    /** Comes first in a transaction whose statements are to see the same moment. */
    abstract void beginSnapshot(Sql sql) throws SQLException;

    /** A connection of no pool, by the driver itself. */
    abstract Connection connect(String url, Properties properties) throws SQLException;

    /** Whether the store cannot be reached, and the same may succeed later. */
    abstract boolean isAway(SQLException failure);

    /**
     * Has nothing of what was deleted stay readable in the store's files.
     *
     * @param connection in no transaction
     * @return whether that is so now
     */
    abstract boolean clean(Connection connection) throws SQLException;

    /** Whether other processes were in the way, and the same succeeds when it is done again. */
    boolean isConflict(SQLException failure) {
        return this == POSTGRESQL
                && failure.getSQLState() != null
                && CONFLICT.matcher(failure.getSQLState()).matches();
    }

    /** The number of the next outcome: larger than those of the same learner before. */
    String nextOutcome() {
        return nextOutcome;
    }
}
