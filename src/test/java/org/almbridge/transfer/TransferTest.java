package org.almbridge.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.almbridge.SteppedClock;
import org.almbridge.ledger.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What travels from one store to another, which is everything, and what is different when it has arrived. */
class TransferTest {

    /** More than are fetched, or put in, at a time. */
    private static final int ROWS = 1_203;

    private static final String PSQL_LOCK_NOT_AVAILABLE = "55P03";

    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock();
    private Store sqlite;
    private Store postgres;
    private Path file;

    @BeforeEach
    void prepare() {
        sqlite = Stores.sqlite(folder.resolve("old.db"));
        postgres = Stores.postgres();
        file = folder.resolve("ledger.ndjson");
    }

    @Test
    void carriesEveryRowToPostgresqlAndBack() throws Exception {
        Store back = Stores.sqlite(folder.resolve("new/ledger.db"));
        Path second = folder.resolve("second.ndjson");
        Stores.fill(sqlite, ROWS);
        Map<String, List<String>> expected = withoutNul(Stores.rows(sqlite));

        Map<String, Long> exported = exported(sqlite, file);
        Map<String, Long> imported = imported(postgres, file);

        assertThat(Stores.rows(postgres)).isEqualTo(expected);
        assertThat(exported).isEqualTo(imported).containsEntry("learner", (long) ROWS);

        exported(postgres, second);
        imported(back, second);

        assertThat(Stores.rows(back)).isEqualTo(expected);
        assertThat(Files.readAllLines(second).stream().sorted())
                .isEqualTo(Files.readAllLines(file).stream()
                        .map(line -> line.replace("\\u0000", "\uFFFD"))
                        .sorted()
                        .toList());
    }

    @Test
    void carriesALedgerFromOnePostgresqlToAnother() throws Exception {
        Store other = Stores.postgres();
        Stores.fill(sqlite, 3);
        exported(sqlite, file);
        imported(postgres, file);

        Path second = folder.resolve("second.ndjson");
        exported(postgres, second);
        imported(other, second);

        assertThat(Stores.rows(other)).isEqualTo(Stores.rows(postgres));
    }

    /** A new table belongs into the list, or into the one here. */
    @Test
    void forgetsNoTable() throws SQLException {
        assertThat(Stores.tables(sqlite))
                .containsExactlyInAnyOrderElementsOf(with(Tables.OF_THE_LEDGER, "flyway_schema_history"));
        assertThat(Stores.tables(postgres))
                .containsExactlyInAnyOrderElementsOf(
                        with(Tables.OF_THE_LEDGER, "flyway_schema_history", "node", "leadership", "quota"));
    }

    @Test
    void numbersOutcomesBehindThoseThatCameAlong() throws Exception {
        sqlite.flyway().migrate();
        Stores.execute(sqlite, "INSERT INTO outcome (number, id, document) VALUES (7, 'a', '{}'), (4711, 'b', '{}')");
        exported(sqlite, file);
        imported(postgres, file);

        assertThat(Stores.query(postgres, "SELECT nextval('outcome_number')")).containsExactly("nextval=4712");
    }

    @Test
    void numbersOutcomesFromOneWhenNoneCameAlong() throws Exception {
        sqlite.flyway().migrate();
        exported(sqlite, file);
        imported(postgres, file);

        assertThat(Stores.query(postgres, "SELECT nextval('outcome_number')")).containsExactly("nextval=1");
    }

    /** The claims of a process that was killed: nobody but the import knows that it is gone. */
    @Test
    void freesWhatAKilledProcessHadClaimed() throws Exception {
        long later = clock.millis() + 86_400_000;
        try (TestLedger ledger = new TestLedger(folder)) {
            ledger.accept("b1", TestLedger.person(1, "ann"), TestLedger.person(2, "bob"), TestLedger.person(3, "cy"));
            assertThat(ledger.claim()).hasSize(3);
        }
        Store killed = Stores.sqlite(folder.resolve("ledger.db"));
        Stores.execute(killed, "UPDATE learner SET alm_user_id = 'u2', state = 'CREATED' WHERE learner_key = 'bob'");
        Stores.execute(
                killed,
                "INSERT INTO enrolment (learner_key, lo_instance_id, lo_id, state, start_at) VALUES ('bob', 'i', 'l',"
                        + " 'DUE', ?)",
                later);
        Stores.execute(
                killed,
                "UPDATE learner SET claimed_by = NULL, due_at = NULL, finished_at = 1 WHERE learner_key = 'cy'");
        Stores.execute(killed, "INSERT INTO delivery (escalation_id, endpoint, claimed_by) VALUES ('e', 0, 1)");
        Stores.execute(killed, "UPDATE batch SET claimed_by = 1");
        exported(killed, file);
        clock.advance(3_600_000);

        imported(postgres, file);

        assertThat(Stores.query(postgres, "SELECT learner_key, due_at, claimed_by FROM learner"))
                .containsExactly(
                        "claimed_by=null, due_at=" + clock.millis() + ", learner_key=ann",
                        "claimed_by=null, due_at=" + later + ", learner_key=bob",
                        "claimed_by=null, due_at=null, learner_key=cy");
        String free = "claimed_by=null, due_at=" + clock.millis();
        assertThat(Stores.query(postgres, "SELECT claimed_by, due_at FROM delivery"))
                .containsExactly(free);
        assertThat(Stores.query(postgres, "SELECT claimed_by, due_at FROM batch"))
                .containsExactly(free);
    }

    /** The bridge counts on from there, so that claims of any earlier start are older than its own. */
    @Test
    void theEpochTravels() throws Exception {
        try (TestLedger ledger = new TestLedger(folder)) {
            ledger.accept("b1", TestLedger.person(1, "ann"));
        }
        Store old = Stores.sqlite(folder.resolve("ledger.db"));
        Stores.execute(old, "UPDATE state SET value = '41' WHERE name = 'epoch'");
        exported(old, file);
        imported(postgres, file);

        assertThat(Stores.query(postgres, "SELECT value FROM state WHERE name = 'epoch'"))
                .containsExactly("value=41");
    }

    @Test
    void exportsOneMomentOfADatabaseThatOthersWriteTo() throws Exception {
        Stores.fill(sqlite, 3);
        exported(sqlite, file);
        imported(postgres, file);
        Interruption somebodyWrites = new Interruption() {
            private boolean done;

            @Override
            void check() throws TransferException {
                try {
                    if (!done) {
                        done = true;
                        Stores.execute(postgres, "INSERT INTO outcome (number, id, document) VALUES (1, 'late', '{}')");
                    }
                } catch (SQLException e) {
                    throw new TransferException(e.getMessage());
                }
            }
        };

        assertThat(new Export(postgres, somebodyWrites).to(folder.resolve("second.ndjson")))
                .containsEntry("outcome", 3L);
        assertThat(Stores.query(postgres, "SELECT number FROM outcome")).hasSize(4);
    }

    /** It would claim people who are not all there yet. */
    @Test
    void aBridgeThatStartsWaitsForTheEndOfTheImport() throws Exception {
        Stores.fill(sqlite, 3);
        exported(sqlite, file);
        AtomicReference<String> refused = new AtomicReference<>();
        Interruption aBridgeStarts = new Interruption() {
            @Override
            void check() {
                try (Connection bridge = postgres.dataSource().getConnection();
                        Statement entry = bridge.createStatement()) {
                    bridge.setAutoCommit(false);
                    entry.execute("LOCK TABLE node IN ROW EXCLUSIVE MODE NOWAIT");
                } catch (SQLException e) {
                    refused.set(e.getSQLState());
                }
            }
        };

        new Import(postgres, clock, aBridgeStarts).from(file);

        assertThat(refused).hasValue(PSQL_LOCK_NOT_AVAILABLE);
        Stores.execute(postgres, "INSERT INTO node (epoch, name, beat) VALUES (42, 'node-1', 1)");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsForItsOwnerAlone() throws Exception {
        Stores.fill(sqlite, 1);
        exported(sqlite, file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static Map<String, Long> exported(Store store, Path to)
            throws IOException, SQLException, TransferException {
        return new Export(store, new Interruption()).to(to);
    }

    private Map<String, Long> imported(Store store, Path from) throws IOException, SQLException, TransferException {
        return new Import(store, clock, new Interruption()).from(from);
    }

    private static List<String> with(List<String> tables, String... more) {
        return Stream.concat(tables.stream(), Stream.of(more)).toList();
    }

    private static Map<String, List<String>> withoutNul(Map<String, List<String>> rows) {
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> table.getValue().stream()
                                .map(row -> row.replace('\0', '\uFFFD'))
                                .sorted()
                                .toList()));
    }
}
