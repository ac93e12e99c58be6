package org.almbridge.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Makes the ledger that a rehearsal plays on: a temporary database of SQLite's own, which goes with its connection. */
final class RehearsalCopy {

    private static final String TEMPORARY = "jdbc:sqlite:";

    /** Nothing is ever taken back. */
    private static final Properties NO_JOURNAL = new Properties();

    static {
        NO_JOURNAL.put("journal_mode", "OFF");
    }

    /** What the rows ask for; the row of a person is that without an instance. */
    private static final String ASKED = """
            CREATE TABLE asked (learner_key TEXT NOT NULL, lo_instance_id TEXT NOT NULL, row_number INTEGER NOT NULL,
                touched INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (learner_key, lo_instance_id))""";

    private RehearsalCopy() {}

    /** @param schema the scripts of the ledger's schema */
    static Connection open(List<String> schema) throws SQLException {
        Connection connection = Store.SQLITE.connect(TEMPORARY, NO_JOURNAL);
        try (Statement statement = connection.createStatement()) {
            for (String script : schema) {
                statement.executeUpdate(script);
            }
            statement.executeUpdate(ASKED);
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
