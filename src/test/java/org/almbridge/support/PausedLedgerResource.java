package org.almbridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/** Surroundings in which an earlier process of the bridge has left dispatch and the inbox paused. */
public class PausedLedgerResource extends AlmSimulatorResource {

    /** What waits in the inbox, and who is in it. */
    public static final String FILE = "night.csv";

    public static final String EMAIL = "night-file@example.com";

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = super.start();
        pause(properties.get("bridge.ledger.url"));
        drop(Path.of(properties.get("bridge.sources.drop.directory")));
        return properties;
    }

    /** Long enough ago for it to be read at the first look. */
    private static void drop(Path inbox) {
        try {
            Path file = Files.createDirectories(inbox).resolve(FILE);
            Files.writeString(file, Inbox.people(EMAIL));
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(String url) {
        boolean file = url.startsWith("jdbc:sqlite:");
        DataSource ledger = file ? sqlite(url) : Postgres.dataSource(url);
        Flyway.configure()
                .dataSource(ledger)
                .locations(file ? new String[] {"db/ledger"} : new String[] {"db/ledger", "db/ledger-postgresql"})
                .load()
                .migrate();
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement()) {
            for (String what : new String[] {"dispatch", "source.drop"}) {
                statement.execute("INSERT INTO state (name, value) VALUES ('pause." + what
                        + "', '{\"because\": \"the night\", \"by\": \"ops\", \"since\": 1000}')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource sqlite(String url) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }
}
