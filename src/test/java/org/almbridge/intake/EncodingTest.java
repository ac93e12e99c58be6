package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs in other encodings than UTF-8. */
class EncodingTest {

    private static final String PEOPLE = "email,name\nann@example.com,\u00c4nnchen\nbo@example.com,Bo\n";
    private static final String ZOE_AND_EURO = "email,name,bio\nzoe@example.com,Zo\u00eb,\u20ac 5\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void honoursAByteOrderMarkWhateverIsSet(String encoding) throws IOException {
        byte[] csv = ("\uFEFF" + PEOPLE).getBytes(Charset.forName(encoding));

        for (String set : List.of("UTF-8", "UTF-16", "windows-1252")) {
            assertThat(names(csv, set)).as(encoding + " read as " + set).containsExactly("\u00c4nnchen", "Bo");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16BE, UTF-16", "UTF-16LE, UTF-16", "UTF-16LE, UTF-16LE", "UTF-16BE, utf-16be"})
    void readsUtf16WithoutAMarkWhenItIsSet(String encoding, String set) throws IOException {
        assertThat(names(PEOPLE.getBytes(Charset.forName(encoding)), set)).containsExactly("\u00c4nnchen", "Bo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-32", "GB18030", "IBM01140"})
    void readsWhatIsSet(String set) throws IOException {
        byte[] csv = ZOE_AND_EURO.getBytes(Charset.forName(set));

        assertThat(csv(set).rows(csv).get(0).columns())
                .containsEntry("name", "Zo\u00eb")
                .containsEntry("bio", "\u20ac 5");
    }

    @Test
    void readsJsonInAnotherEncodingToo() throws IOException {
        String json = "[{\"email\":\"ann@example.com\",\"name\":\"\u00c4nnchen\"}]";
        Inputs latin = new Inputs(new JsonRowReader(), settings(Map.of("encoding", "ISO-8859-1")));
        Inputs unset = new Inputs(new NdjsonRowReader());

        assertThat(latin.rows(json.getBytes(ISO_8859_1)).get(0).columns()).containsEntry("name", "\u00c4nnchen");
        assertThat(unset.rows(("\uFEFF" + json.replaceAll("[\\[\\]]", "")).getBytes(UTF_16LE))
                        .get(0)
                        .columns())
                .containsEntry("name", "\u00c4nnchen");
    }

    @Test
    void namesTheSettingWhenAnInputIsNotUtf8() throws IOException {
        byte[] csv = PEOPLE.getBytes(ISO_8859_1);

        Inputs.assertUnreadable(
                () -> csv("UTF-8").rows(csv),
                "not UTF-8: line 2 ",
                "offset 27",
                "set bridge.sources.hr-drop.encoding = windows-1252");
        assertThatThrownBy(() -> new Inputs(new CsvRowReader()).rows(csv))
                .hasMessageContaining("save it as UTF-8")
                .hasMessageNotContaining("bridge.sources");
    }

    @Test
    void refusesAByteThatTheEncodingDoesNotHave() {
        byte[] csv = "email,name\nann@example.com,A\u0081\n".getBytes(ISO_8859_1);

        Inputs.assertUnreadable(() -> csv("windows-1252").rows(csv), "not windows-1252: line 2", "offset 28");
    }

    @Test
    void refusesHalfACharacterAtTheEndOfUtf16() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.write(("\uFEFF" + PEOPLE + "cy@example.com,").getBytes(UTF_16LE));
        csv.write('C');

        Inputs.assertUnreadable(() -> csv("UTF-8").rows(csv.toByteArray()), "not UTF-16LE: line 4");
    }

    @Test
    void refusesHalfAPairInUtf16() {
        byte[] csv = ("\uFEFF" + PEOPLE + "cy@example.com,C\n").getBytes(UTF_16BE);
        csv[csv.length - 4] = (byte) 0xDC;

        Inputs.assertUnreadable(() -> csv("UTF-8").rows(csv), "not UTF-16BE: line 4");
    }

    @Test
    void keepsNulVisibleInUtf16() throws IOException {
        byte[] csv = ("\uFEFF" + PEOPLE.replace("Bo\n", "B\0o\n")).getBytes(UTF_16LE);

        assertThat(names(csv, "UTF-8")).containsExactly("\u00c4nnchen", "B\0o");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e"})
    void readsInputsShorterThanAnyMark(String csv) {
        assertThatThrownBy(() -> csv("UTF-16").open(csv.getBytes(UTF_8))).isInstanceOf(UnreadableInputException.class);
    }

    private static List<String> names(byte[] csv, String encoding) throws IOException {
        return csv(encoding).rows(csv).stream()
                .map(row -> row.columns().get("name"))
                .toList();
    }

    private static Inputs csv(String encoding) {
        return new Inputs(new CsvRowReader(), settings(Map.of("encoding", encoding)));
    }

    private static InputSettings settings(Map<String, String> given) {
        return new GivenSettings("hr-drop", given, Map.of()).settings();
    }
}
