package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.almbridge.intake.CsvInputs.open;
import static org.almbridge.intake.CsvInputs.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import org.almbridge.TestConfig;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvHostileInputTest {

    private static final String HEADER = "email,name,bio\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n  \n,,\n"})
    void refusesAnEmptyInput(String csv) {
        assertThatThrownBy(() -> open(csv))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name,profile               | no column email
            ann@example.com,Ann        | no column email
            email;name                 | separate the columns by commas
            email,name,Email           | column email twice (columns 1 and 3)
            email,user type,UserType   | column userType twice (columns 2 and 3)
            email,Site,site            | column site twice (columns 2 and 3)
            'email,"name'              | double quote that is never closed
            """)
    void refusesAHeaderThatLeavesThingsToGuesswork(String header, String message) {
        assertThatThrownBy(() -> open(header + "\n"))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesUtf16WithoutByteOrderMark() {
        assertThatThrownBy(() -> open(HEADER.getBytes(UTF_16LE))).hasMessageContaining("UTF-16");
    }

    @Test
    void namesTheByteThatIsNotUtf8AndGivesTheRowsBeforeIt() throws IOException {
        String before = HEADER + "ann@example.com,Ännchen,\r\nbo@example.com,Bo,\r\nren";
        byte[] csv = join(before.getBytes(UTF_8), "é@example.com,René,\n".getBytes(ISO_8859_1));

        try (Rows rows = open(csv)) {
            assertThat(rows.next().columns()).containsEntry("name", "Ännchen");
            assertThat(rows.next().columns()).containsEntry("name", "Bo");
            Inputs.assertUnreadable(
                    rows::next, "line 4 ", "offset " + before.getBytes(UTF_8).length, "save it as UTF-8");
        }
    }

    @Test
    void refusesACharacterThatIsCutOffAtTheEnd() throws IOException {
        byte[] csv = join((HEADER + "ann@example.com,Ann,").getBytes(UTF_8), new byte[] {(byte) 0xE2, (byte) 0x82});

        try (Rows rows = open(csv)) {
            Inputs.assertUnreadable(rows::hasNext, "not UTF-8", "offset 35");
        }
    }

    @Test
    void readsCharactersOfEveryLengthAcrossBuffers() throws IOException {
        String name = "aé€😀".repeat(5_000);

        assertThat(rows("email,name\nann@example.com,\"" + name + "\"\n").get(0).columns())
                .containsEntry("name", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.com,\"Ann,\nbo@example.com,Bo,\n", "ann@example.com,\"Ann\"e,\n"})
    void refusesAQuoteThatIsNotClosedProperly(String lines) throws IOException {
        try (Rows rows = open(HEADER + "cy@example.com,Cy,\"a\nb\"\n" + lines)) {
            assertThat(rows.next().number()).isEqualTo(2);
            Inputs.assertUnreadable(rows::next, "row 3 (line 4)", "double quote");
        }
    }

    @Test
    void staysUnreadableHoweverOftenItIsAsked() throws IOException {
        try (Rows rows = open(HEADER + "ann@example.com,\"Ann\"e,\nbo@example.com,Bo,\n")) {
            Inputs.assertUnreadable(rows::hasNext, "row 2");
            Inputs.assertUnreadable(rows::hasNext, "row 2");
            Inputs.assertUnreadable(rows::next, "row 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0Ann", "A\0nn", "Ann\0", "\0", "\"A\0nn\""})
    void keepsNulVisibleSoThatOnlyItsRowIsRejected(String name) throws IOException {
        List<Row> rows = rows(HEADER + "ann@example.com," + name + ",\nbo@example.com,Bo,\n");

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).columns().get("name")).contains("\0");
        assertThat(new RowValidator(TestConfig.bridge()).validate(rows.get(0)))
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .startsWith("name contains a NUL"));
    }

    @Test
    void rejectsARowWithATooLongCellAlone() throws IOException {
        String limit = "x".repeat(RowValues.MAX_VALUE_LENGTH);
        List<Row> rows = rows(HEADER + "ann@example.com,Ann," + limit + "\nbo@example.com,Bo," + limit + "x\n"
                + "cy@example.com,Cy,\n");

        assertThat(rows).extracting(Row::isReadable).containsExactly(true, false, true);
        assertThat(rows.get(1).problems()).singleElement().asString().startsWith("bio is longer than 65536 characters");
    }

    @Test
    void doesNotMindWhatAnIgnoredColumnHolds() throws IOException {
        String photo = "x".repeat(RowValues.MAX_VALUE_LENGTH + 1) + "\0";

        assertThat(rows("email,photo\nann@example.com," + photo + "\n"))
                .singleElement()
                .matches(Row::isReadable);
    }

    @Test
    void rejectsARowOfTooManyLongCellsAlone() throws IOException {
        String header = "email";
        String line = "ann@example.com";
        for (int i = 0; i < 20; i++) {
            header += ",fields.f" + i;
            line += "," + "x".repeat(60_000);
        }
        List<Row> rows = rows(header + "\n" + line + "\nbo@example.com" + ",".repeat(20) + "\n");

        assertThat(rows).extracting(Row::isReadable).containsExactly(false, true);
    }

    @Test
    void rejectsARowOfAMillionCellsAlone() throws IOException {
        List<Row> rows = rows(HEADER + "ann@example.com" + ",x".repeat(1_000_000) + "\nbo@example.com,Bo,\n");

        assertThat(rows).extracting(Row::isReadable).containsExactly(false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void givesUpOnAHugeCellBeforeReadingAllOfIt(String quote) throws IOException {
        int size = 10_000_000;
        EndlessStream cell = new EndlessStream("x", size);
        InputStream start = new ByteArrayInputStream((HEADER + "ann@example.com,Ann," + quote).getBytes(UTF_8));

        try (Rows rows = open(new SequenceInputStream(start, cell))) {
            Inputs.assertUnreadable(rows::next, "row 2", "too long", "never closed");
            assertThat(cell.given()).isLessThan(size / 5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "x", ",x"})
    void refusesAnEndlessHeader(String part) {
        assertThatThrownBy(() -> open("email" + part.repeat(900_000)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("header is longer than");
    }

    @Test
    void handsAFailureOfTheStreamItselfOn() {
        assertThatThrownBy(() -> open(Inputs.broken()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
