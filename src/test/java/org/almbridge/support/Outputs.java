package org.almbridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the bridge leaves behind: its ledger, its records and, when {@code quarkus.log.file.enabled} is set, its log. */
public final class Outputs {

    /** Where Quarkus' tests have it written, however the bridge is started. */
    private static final Path LOG = Path.of(System.getProperty("quarkus.log.file.path", "target/quarkus.log"));

    private final Path home;

    Outputs(Path home) {
        this.home = home;
    }

    /** The log of all tests so far. */
    public String log() throws IOException {
        return Files.readString(LOG);
    }

    /**
     * Every row of the ledger, but for what the bridge has learned of ALM; of a ledger that is a file.
     *
     * @return sorted; one line that says so for a ledger that others could share
     */
    public List<String> ledger() throws SQLException {
        List<String> rows = new ArrayList<>();
        Path file = home.resolve("ledger.db");
        if (!Files.exists(file)) {
            return List.of("not a file");
        }
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : column(ledger, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
                rows.addAll(table.equals("state") ? List.of() : rows(ledger, table));
            }
        }
        return rows.stream().sorted().toList();
    }

    /** Every byte of the files of the ledger, each as a character; empty for a ledger that others could share. */
    public String ledgerBytes() throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (String name : List.of("ledger.db", "ledger.db-wal")) {
            Path file = home.resolve(name);
            bytes.append(Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "");
        }
        return bytes.toString();
    }

    private static List<String> rows(Connection ledger, String table) throws SQLException {
        String columns = String.join(
                " || '|' || ",
                column(ledger, "SELECT 'quote(' || name || ')' FROM pragma_table_info('" + table + "')"));
        return column(ledger, "SELECT '" + table + ": ' || " + columns + " FROM " + table);
    }

    private static List<String> column(Connection ledger, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = ledger.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    public void assertNoneHolds(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> all = Stream.concat(Stream.of(LOG), files.filter(Files::isRegularFile))
                    .toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .contains("ledger.db", "ledger.db-wal")
                    .anyMatch(name -> name.endsWith(".json"));
            for (Path file : all) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }
}
