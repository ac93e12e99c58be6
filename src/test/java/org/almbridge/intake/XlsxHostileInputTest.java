package org.almbridge.intake;

import static org.almbridge.intake.Workbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.TestConfig;
import org.almbridge.learner.RejectedRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxHostileInputTest {

    private static final String HEADER = row(1, "email", "name");
    private static final String ANN = row(2, "ann@example.com", "Ann");

    private final Inputs xlsx =
            new Inputs(new XlsxRowReader(), new GivenSettings("hr", Map.of("sheet", "People"), Map.of()).settings());
    private Set<Path> before;

    @BeforeEach
    void look() throws IOException {
        before = temporary();
    }

    @AfterEach
    void leavesNoTemporaryFileBehind() throws IOException {
        assertThat(temporary()).isSubsetOf(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | is empty: save it as an Excel workbook
            PK                          | no Excel workbook
            email,name                  | no Excel workbook
            <html>Access denied</html>  | no Excel workbook
            """)
    void refusesWhatIsNoWorkbook(String content, String message) {
        assertThatThrownBy(() -> xlsx.open(content))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(".xlsx");
    }

    @Test
    void asksForTheNewKindInPlaceOfXlsAndOfAPassword() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};

        assertThatThrownBy(() -> xlsx.open(old))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContainingAll("password", ".xls)", "save it as an Excel workbook (.xlsx)");
    }

    @Test
    void refusesAWorkbookThatIsCutOff() throws IOException {
        byte[] workbook = people("");

        assertThatThrownBy(() -> xlsx.open(Arrays.copyOf(workbook, workbook.length - 30)))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("not all of it");
    }

    @Test
    void refusesAnotherArchive() throws IOException {
        byte[] document = new Workbook()
                .part("_rels/.rels", "<Relationships/>")
                .part("xl/workbook.xml", "<workbook/>")
                .part("xl/_rels/workbook.xml.rels", "<Relationships/>")
                .bytes();

        assertThatThrownBy(() -> xlsx.open(document)).hasMessageContaining("it has none");
        assertThatThrownBy(() -> xlsx.open(new Workbook()
                        .part(
                                "_rels/.rels",
                                "<Relationships><Relationship Id='a' Type='x/officeDocument'"
                                        + " Target='word/document.xml'/></Relationships>")
                        .bytes()))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("it has no word/");
    }

    @Test
    void namesTheSheetsThatThereAre() throws IOException {
        byte[] workbook =
                new Workbook().sheet("Staff", HEADER).sheet("Lists", "").bytes();

        assertThatThrownBy(() -> xlsx.open(workbook))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("the workbook has no sheet People, it has Staff, Lists: rename one, or set"
                        + " bridge.sources.hr.sheet = one of them, and send it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<row r=\"1\"/>", "<row><c/></row><row><c t=\"str\"><v> </v></c></row>"})
    void refusesAnEmptySheet(String rows) throws IOException {
        byte[] workbook = new Workbook().sheet("People", rows).bytes();

        assertThatThrownBy(() -> xlsx.open(workbook)).hasMessageContaining("is empty");
    }

    @Test
    void asksForTheColumnWithTheAddresses() throws IOException {
        byte[] workbook = new Workbook().sheet("People", row(1, "name;email")).bytes();

        assertThatThrownBy(() -> xlsx.open(workbook))
                .hasMessageContaining("no column email")
                .hasMessageNotContaining("semicolon");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE worksheet>",
                "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            })
    void refusesDocumentTypesAndWithThemEntitiesOfItsOwn(String type) throws IOException {
        byte[] workbook = new Workbook()
                .texts("<si><t>x</t></si>")
                .sheet("People", HEADER)
                .part("xl/sharedStrings.xml", "<?xml version=\"1.0\"?>" + type + "<sst><si><t>x</t></si></sst>")
                .bytes();

        assertThatThrownBy(() -> xlsx.open(workbook))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("document type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t='str'><v>&b;</v></c></row>",
                "<row><c t='str'><v>A\0nn</v></c></row>",
                "<row><c>",
                "</row>",
                "<row r='1'/>",
                "<row r='x'/>",
                "<row r='1048577'/>",
                "<row><c r='B3'/><c r='A3'/></row>",
                "<row><c r='ZZZZZZZ3'/></row>",
                "<row><c r='XFE3'/></row>"
            })
    void givesTheRowsBeforeAPlaceThatIsDamaged(String rest) throws IOException {
        try (Rows rows = xlsx.open(people(rest))) {
            assertThat(rows.next().columns()).containsEntry("name", "Ann");
            Inputs.assertUnreadable(rows::hasNext, "save the workbook anew");
            Inputs.assertUnreadable(rows::hasNext, "save the workbook anew");
        }
    }

    @Test
    void rejectsARowWithATooLongCellAlone() throws IOException {
        String limit = "x".repeat(RowValues.MAX_VALUE_LENGTH);

        List<Row> rows = xlsx.rows(people(row(3, "bo@example.com", limit)
                + row(4, "cy@example.com", limit + "x")
                + row(5, "di@example.com", "x".repeat(900_000))
                + row(6, "ed@example.com", "Ed")));

        assertThat(rows).extracting(Row::isReadable).containsExactly(true, true, false, false, true);
    }

    @Test
    void rejectsARowWithATooLongSharedTextAlone() throws IOException {
        byte[] workbook = new Workbook()
                .texts("<si><t>" + "x".repeat(900_000) + "</t></si><si>" + "<r><t>xxxxxxxx</t></r>".repeat(100_000)
                        + "</si>")
                .sheet(
                        "People",
                        HEADER + ANN + "<row><c t='str'><v>bo@example.com</v></c><c t='s'><v>0</v></c></row>"
                                + "<row><c t='str'><v>cy@example.com</v></c><c t='s'><v>1</v></c></row>")
                .bytes();

        assertThat(xlsx.rows(workbook)).extracting(Row::isReadable).containsExactly(true, false, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t='str'><v>%s</v></c></row>",
                "<row><c t='inlineStr'><is><t>%s</t></is></c></row>",
                "<row><c><f>%s</f></c></row>",
                "<row><c s='%s'/></row>",
                "<row><%s/></row>",
                "<row><!--%s--></row>"
            })
    void givesUpOnAHugePieceBeforeReadingAllOfIt(String rows) throws IOException {
        try (Rows all = xlsx.open(people(rows.formatted("x".repeat(10_000_000))))) {
            assertThat(all.next().number()).isEqualTo(2);
            Inputs.assertUnreadable(all::hasNext, "too long to be read");
        }
    }

    @Test
    void keepsNulVisibleSoThatOnlyItsRowIsRejected() throws IOException {
        List<Row> rows = xlsx.rows(people(row(3, "bo@example.com", "B_x0000_o") + row(4, "cy@example.com", "Cy")));

        assertThat(rows).hasSize(3);
        assertThat(new RowValidator(TestConfig.bridge()).validate(rows.get(1)))
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        rejected -> assertThat(rejected.reasons())
                                .singleElement()
                                .asString()
                                .contains("NUL"));
    }

    @Test
    void stopsASheetThatUnpacksToTooMuch() throws IOException {
        try (Rows rows = xlsx.open(people("<x/>".repeat(25_000_000) + row(3, "bo@example.com", "Bo")))) {
            assertThat(rows.next().number()).isEqualTo(2);
            Inputs.assertUnreadable(rows::hasNext, "more than 200 times its size");
        }
    }

    @Test
    void stopsTextsThatUnpackToTooMuch() throws IOException {
        byte[] workbook = new Workbook()
                .texts("<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>".repeat(2_500_000))
                .sheet("People", HEADER)
                .bytes();

        assertThatThrownBy(() -> xlsx.open(workbook))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContaining("more than 200 times its size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"levels", "names", "attributes"})
    void refusesWhatWouldMakeTheParserGrow(String what) throws IOException {
        String xml =
                switch (what) {
                    case "levels" -> "<x>".repeat(10_000);
                    case "names" -> numbers("<x%d/>");
                    default -> numbers("<x a%d=''/>");
                };

        try (Rows rows = xlsx.open(people(xml))) {
            rows.next();
            Inputs.assertUnreadable(rows::hasNext, "more kinds or levels of elements");
        }
    }

    @Test
    void refusesAnEndlessHeader() throws IOException {
        byte[] workbook = new Workbook()
                .sheet("People", "<row>" + "<c t='str'><v>Some long header</v></c>".repeat(10_000) + "</row>")
                .bytes();

        assertThatThrownBy(() -> xlsx.open(workbook)).hasMessageContaining("header is longer than");
    }

    @Test
    void handsAFailureOfTheStreamItselfOn() {
        assertThatThrownBy(() -> xlsx.open(Inputs.broken()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    private static String numbers(String pattern) {
        return IntStream.range(0, 2_000).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    private static byte[] people(String rest) throws IOException {
        return new Workbook().sheet("People", HEADER + ANN + rest).bytes();
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(XlsxPackage.temporaryPrefix()))
                    .collect(Collectors.toSet());
        }
    }
}
