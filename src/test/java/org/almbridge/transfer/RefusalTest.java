package org.almbridge.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.almbridge.SteppedClock;
import org.almbridge.ledger.IdleLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not carried over: it is said why, nothing is left half done, and what was there stays as it was. */
class RefusalTest {

    private static final String LEARNER = "{\"table\":\"learner\",\"row\":{\"learner_key\":\"ann\"";

    @TempDir
    private Path folder;

    private Store sqlite;
    private Path file;
    private List<String> lines;

    /** A ledger with two rows in each table, and its export. */
    @BeforeEach
    void export() throws Exception {
        sqlite = Stores.sqlite(folder.resolve("old.db"));
        file = folder.resolve("ledger.ndjson");
        sqlite.flyway().migrate();
        Stores.execute(sqlite, "INSERT INTO state (name, value) VALUES ('epoch', '1')");
        for (String name : List.of("ann", "bob")) {
            Stores.execute(
                    sqlite,
                    "INSERT INTO learner (learner_key, email, attributes, batch_id, row_number, state, accepted_at,"
                            + " retry_from) VALUES (?, ?, '{}', 'b', 1, 'NEW', 1, 1)",
                    name,
                    name + "@example.com");
        }
        exported(sqlite, file);
        lines = Files.readAllLines(file);
    }

    @Test
    void aLedgerThatIsNotEmpty() throws Exception {
        Store postgres = Stores.postgres();
        postgres.flyway().migrate();
        Stores.execute(postgres, "INSERT INTO state (name, value) VALUES ('epoch', '1')");

        for (Store target : List.of(sqlite, postgres)) {
            var before = Stores.rows(target);
            assertThatThrownBy(() -> imported(target))
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("this ledger is not empty")
                    .hasMessageContaining("Give a new database");
            assertThat(Stores.rows(target)).isEqualTo(before);
        }
    }

    /** To bring it up to date would be to change it. */
    @Test
    void aLedgerOfAnOlderReleaseToImportInto() throws Exception {
        Store older = Stores.sqlite(folder.resolve("older.db"));
        Stores.ofRelease(older, "3").flyway().migrate();

        assertThatThrownBy(() -> imported(older)).hasMessageContaining("this ledger is not empty");
        assertThat(older.flyway().info().current().getVersion().getVersion()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCutFile(boolean shared) throws Exception {
        String whole = Files.readString(file);
        int endMark = whole.indexOf("{\"end\"");
        for (int cut : new int[] {whole.indexOf("bob@"), endMark, endMark - 1, endMark + 20}) {
            Files.writeString(file, whole.substring(0, cut));
            assertRefused(shared, "without its end mark", "copy it, or export, again");
        }
    }

    @Test
    void anEmptyFile() throws Exception {
        Files.writeString(file, "");

        assertRefused(false, "this is no export of a ledger");
    }

    static Stream<Arguments> wrongLines() {
        return Stream.of(
                Arguments.of("ann@example.com,Ann", "line 3 is no JSON"),
                Arguments.of("[1]", "line 3 is no row of a table of the ledger"),
                Arguments.of("{\"table\":\"node\",\"row\":{}}", "line 3 is no row of a table of the ledger"),
                Arguments.of(LEARNER + "}}", "line 3 has no email, which table learner has"),
                Arguments.of(row("\"soon\"", "1", ""), "line 3 has something in accepted_at", "BIGINT"),
                Arguments.of(row("1.5", "1", ""), "line 3 has something in accepted_at"),
                Arguments.of(row("1", "3000000000", ""), "line 3 has something in row_number", "INTEGER"),
                Arguments.of(row("1", "1", ",\"shoe_size\":44"), "line 3 has more than the columns of table learner"),
                Arguments.of(row("null", "1", ""), "line 3 of bridge.transfer.file is refused by table learner"));
    }

    @ParameterizedTest
    @MethodSource("wrongLines")
    void aWrongLine(String wrong, String said) throws Exception {
        lines.set(2, wrong);
        Files.write(file, lines);

        assertRefused(true, said);
        assertRefused(false, said);
    }

    private static String row(String acceptedAt, String rowNumber, String more) {
        return LEARNER + ",\"email\":\"ann@example.com\",\"attributes\":\"{}\",\"batch_id\":\"b\",\"row_number\":"
                + rowNumber
                + ",\"state\":\"NEW\",\"alm_user_id\":null,\"created_at\":null,\"linked\":0,\"accepted_at\":"
                + acceptedAt
                + ",\"retry_from\":1,\"due_at\":null,\"claimed_by\":null,\"finished_at\":null,\"start_at\":0,"
                + "\"waits_for\":null,\"awaited\":0" + more + "}}";
    }

    /** The same line in the middle of hundreds that go in together is named, and the person is not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRowThatComesTwice(boolean shared) throws Exception {
        List<String> many = new ArrayList<>(lines.subList(0, 3));
        for (int i = 0; i < 700; i++) {
            many.add(lines.get(2).replace("ann", "person" + i));
        }
        many.set(650, lines.get(2));
        many.add(lines.get(4));
        Files.write(file, many);

        assertRefused(
                shared, "line 651 of bridge.transfer.file is refused by table learner", "Its key is there already");
    }

    @Test
    void anotherNumberOfRowsThanTheEndMarkSays() throws Exception {
        lines.remove(2);
        Files.write(file, lines);

        assertRefused(false, "line 4 says another number of rows of table learner");
    }

    @Test
    void somethingBehindTheEndMark() throws Exception {
        lines.add(lines.get(2));
        Files.write(file, lines);

        assertRefused(false, "line 6 comes after the end mark");
    }

    @ParameterizedTest
    @CsvSource({
        "schema, 5, is of an older release, the first start of this one then brings",
        "schema, 999, is of a newer release, Import it with that release",
        "version, 2, is of a newer release, Import it with that release"
    })
    void anExportOfAnotherRelease(String member, int value, String said, String remedy) throws Exception {
        lines.set(0, lines.get(0).replaceFirst("\"" + member + "\":[0-9]+", "\"" + member + "\":" + value));
        Files.write(file, lines);

        assertRefused(false, said, remedy);
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        Files.delete(file);

        assertThatThrownBy(() -> imported(Stores.sqlite(folder.resolve("new.db"))))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("there is no file " + file);
        assertThat(folder.resolve("new.db")).doesNotExist();
    }

    @Test
    void aFileThatIsThereAlready() {
        assertThatThrownBy(() -> exported(sqlite, file))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("is there already, and nothing is overwritten");
        assertThat(file).hasContent(String.join("\n", lines));
    }

    @Test
    void aSqliteLedgerOnWhichABridgeWorks() throws Exception {
        Path other = folder.resolve("other.ndjson");
        IdleLedger bridge = IdleLedger.hold(sqlite.url());
        try (bridge) {
            assertThatThrownBy(() -> exported(sqlite, other)).hasMessageContaining("is in use by another process");
            assertThatThrownBy(() -> imported(sqlite)).hasMessageContaining("is in use by another process");
        }
        assertThat(other).doesNotExist();
        exported(sqlite, other);
    }

    @Test
    void aSharedLedgerOnWhichABridgeWorks() throws Exception {
        Path other = folder.resolve("other.ndjson");
        Store postgres = Stores.postgres();
        postgres.flyway().migrate();
        Stores.execute(postgres, "INSERT INTO node (epoch, name, beat) VALUES (1, 'node-1', 1)");

        for (var carried : List.<Carried>of(() -> exported(postgres, other), () -> imported(postgres))) {
            assertThatThrownBy(carried::over)
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("a bridge works on this ledger. Stop all that do")
                    .hasMessageContaining("bridge.ledger.lease-ms");
        }
        assertThat(other).doesNotExist();
    }

    private interface Carried {
        void over() throws Exception;
    }

    @Test
    void aLedgerThatIsNotThere() throws Exception {
        Path other = folder.resolve("other.ndjson");
        Path typo = folder.resolve("typo.db");

        for (Store nothing : List.of(Stores.sqlite(typo), Stores.postgres())) {
            assertThatThrownBy(() -> exported(nothing, other)).hasMessageContaining("there is no ledger");
        }
        assertThat(other).doesNotExist();
        assertThat(typo).doesNotExist();
    }

    @Test
    void anOlderLedgerToExport() {
        Store older = Stores.sqlite(folder.resolve("older.db"));
        Stores.ofRelease(older, "5").flyway().migrate();

        assertThatThrownBy(() -> exported(older, folder.resolve("other.ndjson")))
                .hasMessageContaining("of an older release")
                .hasMessageContaining("start a bridge of this one on it once");
    }

    @Test
    void aNewerLedgerToExport() throws Exception {
        Stores.execute(
                sqlite,
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success) VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1,"
                        + " '', 1, 1)");

        assertThatThrownBy(() -> exported(sqlite, folder.resolve("other.ndjson")))
                .hasMessageContaining("a newer release has worked on this ledger");
    }

    @Test
    void aValueThatTheBridgeCannotHaveWritten() throws Exception {
        Path other = folder.resolve("other.ndjson");
        Stores.execute(sqlite, "UPDATE learner SET attributes = x'00' WHERE learner_key = 'bob'");

        assertThatThrownBy(() -> exported(sqlite, other))
                .hasMessageContaining(
                        "table learner has a value in attributes that is neither a text nor a whole number");
        assertThat(other).doesNotExist();
    }

    @Test
    void toGoOnWhenTheProcessIsStopped() throws Exception {
        Path other = folder.resolve("other.ndjson");
        Store empty = Stores.sqlite(folder.resolve("new.db"));
        Interruption interruption = new Interruption();
        interruption.request();

        assertThatThrownBy(() -> new Export(sqlite, interruption).to(other)).hasMessageContaining("was stopped");
        assertThatThrownBy(() -> new Import(empty, new SteppedClock(), interruption).from(file))
                .hasMessageContaining("was stopped");
        assertThat(other).doesNotExist();
        assertThat(Stores.rows(empty).values()).allMatch(List::isEmpty);
    }

    /** A ledger of that kind stays empty, so that the right file goes in afterwards; nobody's address is told. */
    private void assertRefused(boolean shared, String... said) throws Exception {
        Store empty = shared
                ? Stores.postgres()
                : Stores.sqlite(Files.createTempDirectory(folder, "l").resolve("new.db"));
        assertThatThrownBy(() -> imported(empty))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("bridge.transfer.file")
                .hasMessageContainingAll(said)
                .hasMessageNotContaining("example.com");
        Path right = folder.resolve("right-" + empty.hashCode() + ".ndjson");
        exported(sqlite, right);
        new Import(empty, new SteppedClock(), new Interruption()).from(right);
        assertThat(Stores.rows(empty)).isEqualTo(Stores.rows(sqlite));
    }

    private static void exported(Store store, Path to) throws IOException, SQLException, TransferException {
        new Export(store, new Interruption()).to(to);
    }

    private void imported(Store store) throws IOException, SQLException, TransferException {
        new Import(store, new SteppedClock(), new Interruption()).from(file);
    }
}
