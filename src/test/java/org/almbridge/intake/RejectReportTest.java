package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.almbridge.TestConfig;
import org.almbridge.learner.RejectedRow;
import org.almbridge.ledger.BatchLedger;
import org.almbridge.ledger.TestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectReportTest {

    private static final String BATCH = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private TestLedger ledger;
    private BatchLedger batches;
    private RejectReport report;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        batches = ledger.batches();
        batches.open(BATCH, "hr-drop", "people.csv", null);
        String directory = folder.resolve("reports/rejected").toString();
        report = new RejectReport(TestConfig.bridge("rejects.directory", directory), batches);
    }

    @AfterEach
    void close() throws IOException {
        ledger.close();
    }

    @Test
    void namesEveryBadRowWithItsReasons() throws IOException, SQLException {
        reject(7, "email is missing");
        reject(3, "name is missing");

        assertThat(Files.readString(write("people.csv"))).isEqualTo("""
                source,input,row,reasons
                hr-drop,people.csv,3,"name is missing"
                hr-drop,people.csv,7,"email is missing"
                """);
    }

    @Test
    void quotesWhatWouldBreakTheTable() throws IOException, SQLException {
        reject(3, "loId is \"wrong\", write it like course:123", "two\nlines");

        assertThat(Files.readString(write("people, new.csv"))).isEqualTo("""
                source,input,row,reasons
                hr-drop,"people, new.csv",3,"loId is ""wrong"", write it like course:123; two
                lines"
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void givesNoFormulaToASpreadsheet(String text) throws IOException, SQLException {
        reject(3, text);

        assertThat(Files.readString(write("people.csv"))).endsWith(",3,\"'" + text + "\"\n");
        assertThat(Files.readString(write(text))).contains("hr-drop,\"'" + text + "\",3,");
    }

    @Test
    void isNamedAfterTheInputAndTheBatch() throws IOException, SQLException {
        reject(3, "name is missing");

        assertThat(write("../Neue Leute/März 2026.csv").getFileName())
                .hasToString(".._Neue_Leute_März_2026.csv-01234567.csv");
    }

    @Test
    void isReplacedAsAWhole() throws IOException, SQLException {
        reject(3, "name is missing");
        write("people.csv");
        reject(9, "email is missing");

        Path written = write("people.csv");

        assertThat(Files.readAllLines(written)).hasSize(3);
        try (var files = Files.list(written.getParent())) {
            assertThat(files).containsExactly(written);
        }
    }

    private void reject(int row, String... reasons) {
        batches.accept(BATCH, false, List.of(), List.of(new RejectedRow(row, List.of(reasons))));
    }

    private Path write(String input) throws IOException, SQLException {
        return report.write(BATCH, "hr-drop", input);
    }
}
