package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almbridge.intake.CsvInputs.open;
import static org.almbridge.intake.CsvInputs.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowReaderTest {

    @Test
    void isTheReaderForCsv() {
        assertThat(new CsvRowReader().format()).isEqualTo("csv");
    }

    @Test
    void numbersRowsAsASpreadsheetDoes() throws IOException {
        assertThat(rows("email,name\nann@example.com,Ann\nbo@example.com,Bo\n"))
                .extracting(Row::number)
                .containsExactly(2, 3);
    }

    @Test
    void keepsColumnsInTheOrderOfTheFile() throws IOException {
        Row row = rows("profile,email,name\nNurse,ann@example.com,Ann\n").get(0);

        assertThat(row.columns())
                .containsExactly(entry("profile", "Nurse"), entry("email", "ann@example.com"), entry("name", "Ann"));
    }

    @Test
    void trimsValuesAndLeavesBlankOnesOut() throws IOException {
        Row row = rows("email,name,profile,bio\n  ann@example.com\u00A0 ,\tAnn , ,\"  \"\n")
                .get(0);

        assertThat(row.columns()).containsExactly(entry("email", "ann@example.com"), entry("name", "Ann"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void understandsEveryLineEnding(String lineEnd) throws IOException {
        String csv = String.join(lineEnd, "email,name", "ann@example.com,Ann", "bo@example.com,Bo", "");

        assertThat(rows(csv)).extracting(row -> row.columns().get("name")).containsExactly("Ann", "Bo");
    }

    @Test
    void needsNoLineEndingAfterTheLastRow() throws IOException {
        assertThat(rows("email,name,bio\nann@example.com,Ann,")).hasSize(1).allMatch(Row::isReadable);
    }

    @Test
    void readsAFileWithByteOrderMark() throws IOException {
        assertThat(rows("\uFEFFemail,name\nann@example.com,Ann\n").get(0).columns())
                .containsEntry("email", "ann@example.com");
    }

    @Test
    void readsQuotedCommasLineBreaksAndQuotes() throws IOException {
        Row row = rows("email,name,bio\r\nann@example.com, \"Lee, Ann\" ,\"says \"\"hi\"\"\r\nand goes\"\r\n")
                .get(0);

        assertThat(row.columns()).containsEntry("name", "Lee, Ann").containsEntry("bio", "says \"hi\"\r\nand goes");
    }

    @Test
    void countsARowWithALineBreakInACellOnce() throws IOException {
        assertThat(rows("email,bio\nann@example.com,\"one\ntwo\nthree\"\nbo@example.com,\n"))
                .extracting(Row::number)
                .containsExactly(2, 3);
    }

    @Test
    void skipsBlankLinesButCountsThem() throws IOException {
        assertThat(rows("email,name\n\nann@example.com,Ann\n , \n\nbo@example.com,Bo\n\n\r\n   \n,\n"))
                .extracting(Row::number)
                .containsExactly(3, 6);
    }

    @Test
    void findsTheHeaderBelowBlankLines() throws IOException {
        assertThat(rows("\n,,\nemail,name\nann@example.com,Ann\n"))
                .extracting(Row::number)
                .containsExactly(4);
    }

    @Test
    void matchesHeadersWhateverTheirCaseAndSpaces() throws IOException {
        Row row =
                rows(" E-Mail?, EMAIL ,\"User Type\",gamificationenabled,Fields.Cost Center\nx,ann@example.com,,yes,42\n")
                        .get(0);

        assertThat(row.columns())
                .containsExactly(
                        entry("email", "ann@example.com"),
                        entry("gamificationEnabled", "yes"),
                        entry("fields.Cost Center", "42"));
    }

    @Test
    void reportsTheColumnsItIgnores() throws IOException {
        try (Rows rows = open("email,Shoe Size,name,,metadata.\n")) {
            assertThat(rows.ignoredColumns()).containsExactly("Shoe Size", "column 4", "metadata.");
        }
    }

    @Test
    void namesAnIgnoredColumnInOneShortLine() throws IOException {
        try (Rows rows = open("email,\"Shoe\nSize\"," + "x".repeat(100) + "\n")) {
            assertThat(rows.ignoredColumns()).containsExactly("Shoe?Size", "x".repeat(60) + "...");
        }
    }

    @Test
    void takesAHeaderAloneForAnEmptyBatch() throws IOException {
        assertThat(rows("email,name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com,Lee, Ann,Nurse", "ann@example.com,Ann", "ann@example.com,Ann,Nurse,"})
    void rejectsARowWithTheWrongNumberOfColumnsAlone(String line) throws IOException {
        var rows = rows("email,name,profile\n" + line + "\nbo@example.com,Bo,\n");

        assertThat(rows).extracting(Row::isReadable).containsExactly(false, true);
        assertThat(rows.get(0).number()).isEqualTo(2);
        assertThat(rows.get(0).columns()).isEmpty();
        assertThat(rows.get(0).problems())
                .singleElement()
                .asString()
                .contains("instead of 3")
                .doesNotContain("example.com", "Ann");
    }

    @Test
    void endsLikeAnyIterator() throws IOException {
        try (Rows rows = open("email\nann@example.com\n")) {
            rows.next();

            assertThat(rows).isExhausted();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closesTheStreamWithTheRows() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream("email\n".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        open(in).close();

        assertThat(closed).isTrue();
    }
}
