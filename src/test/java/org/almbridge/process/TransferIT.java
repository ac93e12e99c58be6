package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does who moves a ledger to another store. */
class TransferIT {

    /** One chunk of rows, so that all of them are in the ledger when the first is enrolled. */
    private static final int PEOPLE = 400;

    private static final String FILE = "ledger.ndjson";

    @TempDir
    private Path directory;

    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("{\"lagMinMs\":200,\"lagMaxMs\":600,\"serviceTimeMs\":5}");
    }

    @AfterEach
    void stopAlm() {
        alm.close();
    }

    /** There and back again, from a process that was killed in the middle: the next one finishes what that one began. */
    @Test
    void goesOnInAnotherStore() throws Exception {
        String sqlite = "jdbc:sqlite:data/ledger.db";
        String postgres = Postgres.shared().newDatabase();
        drop();
        try (BridgeProcess bridge = BridgeProcess.start(directory, bridge(sqlite))) {
            alm.await("people to be enrolled", () -> alm.report("enrolments") > 0, bridge);
            bridge.kill();
        }

        assertThat(run("export", sqlite, FILE, 0))
                .containsPattern("learner +" + PEOPLE)
                .contains("The whole ledger is in " + directory.resolve(FILE))
                .contains("delete it");
        assertThat(run("import", postgres, FILE, 0))
                .containsPattern("learner +" + PEOPLE)
                .contains("Start the bridge on this ledger, and never again on the old one")
                .contains("delete the file");
        assertThat(count(postgres, "SELECT count(*) FROM learner")).isEqualTo(PEOPLE);
        assertThat(count(postgres, "SELECT count(*) FROM learner WHERE claimed_by IS NOT NULL"))
                .isZero();

        long enrolled = alm.report("enrolments");
        try (BridgeProcess bridge = BridgeProcess.start(directory, bridge(postgres))) {
            alm.await("people to be enrolled", () -> alm.report("enrolments") > enrolled, bridge);
            assertThat(bridge.terminate()).isEqualTo(143);
        }

        run("export", postgres, "back.ndjson", 0);
        String fresh = "jdbc:sqlite:data/fresh/ledger.db";
        run("import", fresh, "back.ndjson", 0);
        try (BridgeProcess bridge = BridgeProcess.start(directory, bridge(fresh))) {
            alm.await("people to be enrolled", () -> alm.report("enrolments") == PEOPLE, bridge);
            assertThat(bridge.isAlive()).isTrue();
        }
        assertThat(alm.report("users")).isEqualTo(PEOPLE);
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
    }

    @Test
    void leavesALedgerAloneWhileABridgeWorksOnIt() throws Exception {
        String sqlite = "jdbc:sqlite:data/ledger.db";
        try (BridgeProcess bridge = BridgeProcess.start(directory, bridge(sqlite))) {
            bridge.port();

            assertThat(run("export", sqlite, FILE, 1))
                    .contains("is in use by another process")
                    .contains("No file was left behind");
            assertThat(directory.resolve(FILE)).doesNotExist();
            assertThat(bridge.isAlive()).isTrue();
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(run("export", "jdbc:sqlite:data/ledger.db", "", 1))
                .contains("FAIL  bridge.transfer.file is missing");
        assertThat(run("import", "jdbc:postgresql://db.example.com/bridge", FILE, 1))
                .contains("does not say how the connection is secured");
        assertThat(run("export", "jdbc:postgresql://localhost:1/bridge", FILE, 1))
                .contains("FAIL  bridge.ledger.url")
                .contains("Check the address");
        Files.writeString(directory.resolve(FILE), "{}");
        assertThat(run("import", "jdbc:postgresql://localhost:1/bridge", FILE, 1))
                .contains("FAIL  bridge.ledger.url")
                .contains("Check the address");
    }

    /** Neither the address of ALM nor a token is given, and nothing listens: the report is all there is. */
    private String run(String profile, String url, String file, int exitCode) throws Exception {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.profile", profile);
        properties.put("bridge.ledger.url", url);
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.transfer.file", file);
        try (BridgeProcess transfer = BridgeProcess.start(directory, properties)) {
            assertThat(transfer.awaitExit()).as(transfer.output()).isEqualTo(exitCode);
            assertThat(transfer.output())
                    .startsWith("alm-bridge " + profile)
                    .doesNotContain("\tat ")
                    .doesNotContain("Listening on")
                    .doesNotContain("ERROR")
                    .doesNotContain("@example.com");
            return transfer.output();
        }
    }

    private void drop() throws IOException {
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("Person %d,person%d@example.com\n".formatted(i, i));
        }
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(inbox.resolve("people.csv"), csv);
    }

    private Map<String, String> bridge(String url) {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.ledger.url", url);
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
        return properties;
    }

    private static long count(String url, String sql) throws SQLException {
        try (Connection connection = Postgres.dataSource(url).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
