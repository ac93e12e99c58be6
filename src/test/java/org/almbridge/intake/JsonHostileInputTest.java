package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.almbridge.TestConfig;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHostileInputTest {

    private static final String ANN = "{\"email\":\"ann@example.com\",\"name\":\"Ann\"}";
    private static final String BO = "{\"email\":\"bo@example.com\",\"name\":\"Bo\"}";

    private final Inputs json = new Inputs(new JsonRowReader());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                           | the input is empty
            ` \t\r\n`                    | the input is empty
            7                            | no array
            true                         | no array
            null                         | no array
            "ann@example.com"            | no array
            {}                           | without a member data
            {"email":"ann@example.com"}  | set the source's format to ndjson
            {"data":{"email":"a"}}       | member data is no array
            {"data":null}                | member data is no array
            {"data":7,"data":[]}         | member data is no array
            email,name                   | (line 1, column 6) is not well-formed
            // all of us                 | (line 1, column 2) is not well-formed
            {"meta":[1,}                 | not well-formed
            {"meta":                     | the input (line 1, column 9) ends too early
            """)
    void refusesAnInputThatIsNoArrayOfPeople(String text, String message) {
        assertThatThrownBy(() -> json.open(text))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining(message)
                .message()
                .doesNotContain("example.com");
    }

    @Test
    void refusesUtf16WithoutByteOrderMark() throws IOException {
        try (Rows rows = json.open("[{}]".getBytes(UTF_16LE))) {
            Inputs.assertUnreadable(rows::next, "NUL characters", "UTF-16", "save it as UTF-8");
        }
    }

    @Test
    void namesTheByteThatIsNotUtf8AndGivesTheRowsBeforeIt() throws IOException {
        byte[] text = ("[" + ANN + ",\n{\"name\":\"Ren\u00e9\"}]").getBytes(ISO_8859_1);

        try (Rows rows = json.open(text)) {
            assertThat(rows.next().isReadable()).isTrue();
            Inputs.assertUnreadable(rows::next, "line 2 ", "offset 55", "save it as UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"cy@example.com   | row 3 (line 3, column 25) ends too early
            {"email":"cy@example.com"} | row 4 (line 3, column 27) ends too early
            {"email" "cy@example.com"} | row 3 (line 3, column 11) is not well-formed JSON
            {email:"cy@example.com"}   | row 3 (line 3, column 3) is not well-formed JSON
            {'email':1}                | row 3 (line 3, column 3) is not well-formed JSON
            {"email":01}               | row 3 (line 3, column 11) is not well-formed JSON
            {"email":NaN}              | row 3 (line 3, column 13) is not well-formed JSON
            {"email":"\\x"}            | row 3 (line 3, column 13) is not well-formed JSON
            ]                          | row 3 (line 3, column 2) is not well-formed JSON
            """)
    void endsAtAFaultAndGivesTheRowsBeforeIt(String text, String message) throws IOException {
        try (Rows rows = json.open("[" + ANN + ",\n" + BO + ",\n" + text)) {
            assertThat(rows.next().number()).isEqualTo(1);
            assertThat(rows.next().number()).isEqualTo(2);
            Inputs.assertUnreadable(
                    () -> {
                        while (rows.hasNext()) {
                            rows.next();
                        }
                    },
                    message,
                    "and send the input again");
            Inputs.assertUnreadable(rows::hasNext, message);
            Inputs.assertUnreadable(rows::next, message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{}][{}]                   | goes on behind its end (line 1)
            [{}]]                      | what follows the last row (line 1, column 6) is not well-formed
            [{}] and so on             | what follows the last row
            {"data":[{}]               | what follows the last row (line 1, column 13) ends too early
            {"data":[{}],"data":[{}]}  | second member data
            {"data":[{}]}{"data":[{}]} | goes on behind its end
            """)
    void losesNothingBehindTheArrayUnseen(String text, String message) throws IOException {
        try (Rows rows = json.open(text)) {
            assertThat(rows.next().number()).isEqualTo(1);
            Inputs.assertUnreadable(rows::hasNext, message);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7                                          | the element is no JSON object
            null                                       | the element is no JSON object
            [{"email":"cy@example.com"}]               | the element is no JSON object
            "cy@example.com"                           | the element is no JSON object
            {"email":["cy@example.com"]}               | email is a list or an object: give one
            {"Email":{"work":"cy@example.com"}}        | email is a list or an object: give one
            {"fields":{"Site":{"a":"cy@example.com"}}}  | fields.Site is a list or an object: give one
            {"fields":"cy@example.com"}                | fields is no object: give it members
            {"Metadata":[{"a":"cy@example.com"}]}      | Metadata is no object: give it members
            {"attributes":7,"email":"cy@example.com"}  | attributes is no object: give it members
            {"email":"cy@example.com","E-mail":1,"E Mail":null} | the row names email twice: remove or rename
            {"email":"cy@example.com","email":"cy@example.com"} | the row names email twice: remove or rename
            {"fields":{"Site":1},"fields.Site":2}      | the row names fields.Site twice: remove or rename
            {"email":"a","attributes":{"email":"b"}}   | the row names email twice: remove or rename
            """)
    void rejectsAnElementThatIsNoRowAlone(String element, String problem) throws IOException {
        List<Row> rows = json.rows("[" + ANN + "," + element + "," + BO + "]");

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
    @CsvSource({"A\\u0000nn, name contains a NUL", "A\0nn, name contains a NUL", "A\\ud83d, name contains half of a"})
    void keepsWhatNoTextMayHaveVisibleSoThatOnlyItsRowIsRejected(String name, String reason) throws IOException {
        List<Row> rows = json.rows("[{\"email\":\"ann@example.com\",\"name\":\"" + name + "\"}," + BO + "]");

        assertThat(rows).hasSize(2).allMatch(Row::isReadable);
        assertThat(new RowValidator(TestConfig.bridge()).validate(rows.get(0)))
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .startsWith(reason));
    }

    @Test
    void takesNoNameThatNoTextMayHave() throws IOException {
        try (Rows rows = json.open("[{\"fields.a\\u0000\":1,\"fields\":{\"\\udc00\":2},\"a\\nb\\u001b[2J\":3}]")) {
            assertThat(rows.next().columns()).isEmpty();
            assertThat(rows.ignoredColumns()).containsExactly("fields.a?", "fields.?", "a?b?[2J");
        }
    }

    @Test
    void rejectsARowWithATooLongValueAlone() throws IOException {
        String limit = "x".repeat(RowValues.MAX_VALUE_LENGTH);
        List<Row> rows = json.rows("[{\"bio\":\"" + limit + "\"},{\"bio\":\"" + limit + "x\"},{}]");

        assertThat(rows).extracting(Row::isReadable).containsExactly(true, false, true);
        assertThat(rows.get(1).problems()).containsExactly("bio is longer than 65536 characters: shorten it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"fields.%d\":null", "\"fields.%d\":\"\"", "\"fields.%d\":[]", "\"email\":1"})
    void rejectsARowOfHundredsOfThousandsOfMembersAlone(String member) throws IOException {
        StringBuilder text = new StringBuilder("[{");
        for (int i = 0; i < 200_000; i++) {
            text.append(member.replace("%d", Integer.toString(i))).append(',');
        }
        List<Row> rows =
                json.rows(text.append("\"name\":1},").append(BO).append(']').toString());

        assertThat(rows).extracting(Row::isReadable).containsExactly(false, true);
        assertThat(rows.get(0).problems()).hasSizeLessThan(25).allMatch(problem -> problem.length() < 200);
    }

    @Test
    void remembersFewOfManyNamesThatMeanNothing() throws IOException {
        StringBuilder text = new StringBuilder("[{}");
        for (int i = 0; i < 100_000; i++) {
            text.append(",{\"").append("long ".repeat(20)).append(i).append("\":1,\"name\":\"Ann\"}");
        }
        try (Rows rows = json.open(text.append(']').toString())) {
            rows.next();
            rows.forEachRemaining(row -> assertThat(row.columns()).containsEntry("name", "Ann"));

            assertThat(rows.ignoredColumns()).hasSizeLessThan(100).allMatch(name -> name.length() < 70);
        }
    }

    @Test
    void doesNotMindWhatAnIgnoredMemberHolds() throws IOException {
        String photo = "x".repeat(JsonParsers.MAX_PARSED_VALUE_LENGTH + 1);

        assertThat(json.rows("[{\"email\":\"ann@example.com\",\"photo\":[{\"a\":\"" + photo + "\"},\"\0\"]}]"))
                .singleElement()
                .matches(Row::isReadable);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"email":"               | x
            {"                       | x
            {"photo":1,"email":      | 7
            {"email":0.              | 7
            {"email":-1e             | 7
            {"photo":                | 7
            `{"photo":[`             | [
            `{"photo":`              | {"a":
            ``                       | {"attributes":
            """)
    void givesUpOnWhatIsEndlessBeforeReadingAllOfIt(String start, String part) throws IOException {
        int size = 10_000_000;
        EndlessStream endless = new EndlessStream(part, size);
        InputStream head = new ByteArrayInputStream(("[" + ANN + "," + (start == null ? "" : start)).getBytes(UTF_8));

        try (Rows rows = json.open(new SequenceInputStream(head, endless))) {
            rows.next();
            Inputs.assertUnreadable(rows::next, "row 2 (line 1, column ", "too long", "too many levels");
            assertThat(endless.given()).isLessThan(size / 5);
        }
    }

    @Test
    void handsAFailureOfTheStreamItselfOn() {
        assertThatThrownBy(() -> json.open(Inputs.broken()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }
}
