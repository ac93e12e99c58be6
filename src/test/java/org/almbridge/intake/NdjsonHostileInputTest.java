package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonHostileInputTest {

    private static final String ANN = "{\"email\":\"ann@example.com\",\"name\":\"Ann\"}\n";
    private static final String BO = "\n{\"email\":\"bo@example.com\",\"name\":\"Bo\"}\n";

    private final Inputs ndjson = new Inputs(new NdjsonRowReader());

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\r\n  \n"})
    void refusesAnEmptyInput(String text) {
        assertThatThrownBy(() -> ndjson.open(text))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("is empty: send one JSON object on each line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7                               | the line is no JSON object: give each person as one
            null                            | the line is no JSON object: give each person as one
            "cy@example.com"                | the line is no JSON object: give each person as one
            [{"email":"cy@example.com"}]    | the line is no JSON object: give each person as one
            cy@example.com,Cy               | the line (column 3) is not well-formed JSON: look for
            {"email":"cy@example.com"       | the line (column 26) ends too early
            {"email":"cy@example.com        | the line (column 25) ends too early
            {"email" "cy@example.com"}      | the line (column 11) is not well-formed JSON: look for
            {"email":"cy@example.com",}     | the line (column 28) is not well-formed JSON: look for
            {"email":"cy@example.com"}}     | the line (column 28) is not well-formed JSON: look for
            {"email":"cy@example.com"},     | the line (column 28) is not well-formed JSON: look for
            {"email":"cy@example.com"} {}   | the line goes on behind its object: put each object
            }                               | the line (column 2) is not well-formed JSON: look for
            {"email":["cy@example.com"]}    | email is a list or an object: give one
            {"email":1,"Email":2}           | the row names email twice: remove
            """)
    void rejectsALineThatIsNoRowAlone(String line, String problem) throws IOException {
        List<Row> rows = ndjson.rows(ANN + line + BO);

        assertThat(rows).extracting(Row::isReadable).containsExactly(true, false, true);
        assertThat(rows).extracting(Row::number).containsExactly(1, 2, 3);
        assertThat(rows.get(1).columns()).isEmpty();
        assertThat(rows.get(1).problems())
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain("cy@example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"       | x
            {"               | x
            {"email":        | 7
            {"email":0.      | 7
            {"photo":        | 7
            {"photo":        | [
            ``               | {"attributes":
            """)
    void rejectsALineBeyondTheParsersBoundsAlone(String start, String part) throws IOException {
        String line = (start == null ? "" : start) + part.repeat(2_000_000 / part.length()) + "\"}";
        List<Row> rows = ndjson.rows(ANN + line + BO);

        assertThat(rows).extracting(Row::isReadable).containsExactly(true, false, true);
        assertThat(rows.get(1).problems()).singleElement().asString().contains("too long", "too many levels");
    }

    @Test
    void doesNotMindWhatAnIgnoredMemberHolds() throws IOException {
        assertThat(ndjson.rows(
                        "{\"photo\":\"" + "x".repeat(JsonParsers.MAX_PARSED_VALUE_LENGTH + 1) + "\",\"name\":\"Ann\"}"))
                .singleElement()
                .matches(Row::isReadable);
    }

    @Test
    void givesUpOnAnEndlessLineBeforeReadingAllOfIt() throws IOException {
        EndlessStream line = new EndlessStream("x", 50_000_000);

        try (Rows rows = ndjson.open(new SequenceInputStream(new ByteArrayInputStream(ANN.getBytes(UTF_8)), line))) {
            rows.next();
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(rows::next)
                        .isInstanceOf(UncheckedIOException.class)
                        .cause()
                        .isInstanceOf(UnreadableInputException.class)
                        .hasMessageContainingAll("line 2 is longer than 4194304 characters", "format to json");
            }
            assertThat(line.given()).isLessThan(5_000_000);
        }
    }

    @Test
    void refusesUtf16WithoutByteOrderMark() throws IOException {
        assertThat(ndjson.rows(ANN.getBytes(UTF_16LE)))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.problems()).singleElement().asString().contains("UTF-16"));
    }

    @Test
    void namesTheByteThatIsNotUtf8AndGivesTheRowsBeforeIt() throws IOException {
        try (Rows rows = ndjson.open((ANN + "{\"name\":\"Ren\u00e9\"}").getBytes(ISO_8859_1))) {
            assertThat(rows.next().isReadable()).isTrue();
            assertThatThrownBy(rows::next)
                    .hasRootCauseMessage("the input is not UTF-8: line 2 has a wrong byte at offset "
                            + "53; save it as UTF-8 (in a spreadsheet: \"CSV UTF-8\"), and send it again");
        }
    }

    @Test
    void handsAFailureOfTheStreamItselfOn() {
        assertThatThrownBy(() -> ndjson.open(Inputs.broken()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
