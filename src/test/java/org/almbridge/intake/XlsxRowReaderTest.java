package org.almbridge.intake;

import static org.almbridge.intake.Workbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxRowReaderTest {

    private static final String HEADER = row(1, "Email", "Employee's Name", "User Unique ID", "Shoe size");
    private static final String STYLES = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"0 &quot;days&quot;\"/>"
            + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>";

    private final Inputs xlsx = new Inputs(new XlsxRowReader());

    @Test
    void isTheReaderForXlsx() {
        assertThat(new XlsxRowReader().format()).isEqualTo("xlsx");
    }

    @Test
    void readsTheFirstVisibleSheetWithTheNumbersOfTheSpreadsheet() throws IOException {
        byte[] workbook = new Workbook()
                .sheet("Lists", row(1, "email"), "state=\"veryHidden\"")
                .sheet(
                        "People",
                        row(2, " ", "")
                                + row(4, "email", "name")
                                + row(5, "ann@example.com", " Ann ")
                                + row(6, "", "")
                                + row(9, "bo@example.com", "Bo"))
                .sheet("Other", row(1, "email"))
                .bytes();

        assertThat(xlsx.rows(workbook))
                .containsExactly(
                        new Row(5, Map.of("email", "ann@example.com", "name", "Ann")),
                        new Row(9, Map.of("email", "bo@example.com", "name", "Bo")));
    }

    @Test
    void readsTheSheetThatIsSet() throws IOException {
        byte[] workbook = new Workbook()
                .sheet("Front", row(1, "email"))
                .sheet("New hires", row(1, "email") + row(2, "ann@example.com"), "state=\"hidden\"")
                .bytes();

        assertThat(sheet("new hires ").rows(workbook)).hasSize(1);
    }

    @Test
    void understandsHeadersAsCsvDoesAndNamesTheOthers() throws IOException {
        byte[] workbook = new Workbook()
                .sheet("People", HEADER + row(2, "ann@example.com", "Ann", "E1", "38"))
                .bytes();

        try (Rows rows = xlsx.open(workbook)) {
            assertThat(rows.ignoredColumns()).containsExactly("Shoe size");
            assertThat(rows.next().columns())
                    .containsExactlyInAnyOrderEntriesOf(
                            Map.of("email", "ann@example.com", "name", "Ann", "userUniqueId", "E1"));
            assertThat(rows).isExhausted();
        }
    }

    @Test
    void findsCellsByTheirColumnAndNotByTheirOrder() throws IOException {
        String rows = "<row><c r=\"B1\" t=\"inlineStr\"><is><t>email</t></is></c>"
                + "<c r=\"AA1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
                + "<row><c r=\"A2\"><v>7</v></c><c r=\"AA2\" t=\"str\"><v>Ann</v></c><c r=\"XFD2\"><v>1</v></c></row>"
                + "<row><c t=\"str\"><v>x</v></c><c t=\"str\"><v>bo@example.com</v></c></row>";

        assertThat(xlsx.rows(new Workbook().sheet("People", rows).bytes()))
                .containsExactly(new Row(2, Map.of("name", "Ann")), new Row(3, Map.of("email", "bo@example.com")));
    }

    @Test
    void readsSharedTextsWithFontsEscapesAndEveryCharacter() throws IOException {
        byte[] workbook = new Workbook()
                .texts(
                        "<si><t>email</t></si><si><t>name</t></si><si><t xml:space=\"preserve\"> ann@example.com</t></si>\n"
                                + "<si>\n <r><rPr><b/></rPr><t>\u00c4nn</t></r> <r><t><![CDATA[ & ]]>B&#x6f;</t></r>"
                                + "<rPh sb=\"0\" eb=\"1\"><t>sound</t></rPh></si><si><t>a_x000A_b_x005F_x0041_\ud83d\ude00</t></si>")
                .sheet(
                        "People",
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>"
                                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>"
                                + "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>4</v></c></row>")
                .bytes();

        assertThat(xlsx.rows(workbook))
                .extracting(row -> row.columns().get("name"))
                .containsExactly("\u00c4nn & Bo", "a\nb_x0041_\ud83d\ude00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c><v>12345</v></c>                              | 12345
            <c><v>12345.0</v></c>                            | 12345
            <c><v>1.2345E4</v></c>                           | 12345
            <c><v>1.23456789012E+11</v></c>                  | 123456789012
            <c><v>0.30000000000000004</v></c>                | 0.3
            <c><v>-0.50</v></c>                              | -0.5
            <c><v>0.0</v></c>                                | 0
            <c t="n" s="0"><v> 7 </v></c>                    | 7
            <c t="b"><v>1</v></c>                            | true
            <c t="b"><v>0</v></c>                            | false
            <c s="1"><v>46349</v></c>                        | 2026-11-23
            <c s="2"><v>46349.354166666664</v></c>           | 2026-11-23T08:30:00
            <c s="1"><v>0.75</v></c>                         | 18:00:00
            <c s="1"><v>59</v></c>                           | 1900-02-28
            <c s="1"><v>61</v></c>                           | 1900-03-01
            <c s="3"><v>1.5</v></c>                          | 1.5
            <c s="4"><v>46349</v></c>                        | 46349
            <c s="99"><v>46349</v></c>                       | 46349
            <c t="d"><v>2026-11-23</v></c>                   | 2026-11-23
            <c><f>6*7</f><v>42</v></c>                       | 42
            <c t="str"><f>A1&amp;"x"</f><v>Ann</v></c>       | Ann
            """)
    void readsWhatAPersonSees(String cell, String value) throws IOException {
        assertThat(profiles(new Workbook(), cell)).containsExactly(value);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
        assertThat(profiles(new Workbook().daysFrom1904(), "<c s=\"1\"><v>44887</v></c>"))
                .containsExactly("2026-11-23");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <c t="e"><v>#N/A</v></c>                 | profile has the error #N/A: correct the formula
            <c t="e"><f>x</f><v>secret</v></c>       | profile has the error of a formula
            <c><f>TODAY()</f></c>                    | profile has a formula without a value
            <c t="s"><v>5</v></c>                    | profile names a text that the workbook does not have
            <c t="s"><v>-1</v></c>                   | profile names a text that the workbook does not have
            <c t="z"><v>5</v></c>                    | profile is of a kind that is not understood
            <c><v>NaN</v></c>                        | profile has a number that cannot be read
            <c><v>1E999999999</v></c>                | profile has a number that cannot be read
            <c s="1"><v>60</v></c>                   | profile has a date that there never was
            <c s="1"><v>-1</v></c>                   | profile has a date that there never was
            <c s="1"><v>2958466</v></c>              | profile has a date that there never was
            """)
    void rejectsARowForACellWithoutAValueThatCanBeRead(String cell, String problem) throws IOException {
        List<Row> rows = rows(new Workbook(), cell);

        assertThat(rows).extracting(Row::isReadable).containsExactly(false, true);
        assertThat(rows.get(0).problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void doesNotMindWhatAnIgnoredColumnHolds() throws IOException {
        byte[] workbook = new Workbook()
                .sheet(
                        "People",
                        HEADER + "<row><c r=\"A2\" t=\"str\"><v>ann@example.com</v></c>"
                                + "<c r=\"D2\" t=\"e\"><v>#N/A</v></c></row>")
                .bytes();

        assertThat(xlsx.rows(workbook)).singleElement().matches(Row::isReadable);
    }

    @Test
    void isThroughAtOnceBelowAHeaderAlone() throws IOException {
        assertThat(xlsx.rows(new Workbook().sheet("People", HEADER).bytes())).isEmpty();
    }

    @Test
    void closesTheInputAsSoonAsItIsCopied() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayInputStream in =
                new ByteArrayInputStream(new Workbook().sheet("People", HEADER).bytes()) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                };

        try (Rows rows = xlsx.open(in)) {
            assertThat(rows).isExhausted();
        }
        assertThat(closed).isTrue();
    }

    private List<String> profiles(Workbook workbook, String cell) throws IOException {
        return rows(workbook, cell).stream()
                .filter(row -> row.number() == 2)
                .map(row -> row.columns().get("profile"))
                .toList();
    }

    /** A row with that cell as its profile, and one with nothing wrong. */
    private List<Row> rows(Workbook workbook, String cell) throws IOException {
        return xlsx.rows(workbook.styles(STYLES)
                .sheet(
                        "People",
                        row(1, "profile", "email") + "<row>" + cell + "</row>" + row(3, "Nurse", "bo@example.com"))
                .bytes());
    }

    private static Inputs sheet(String name) {
        return new Inputs(new XlsxRowReader(), new GivenSettings("hr", Map.of("sheet", name), Map.of()).settings());
    }
}
