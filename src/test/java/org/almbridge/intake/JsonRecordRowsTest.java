package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.almbridge.intake.JsonRecords.JsonRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordRowsTest {

    @Test
    void readsAnObjectOverSeveralLines() {
        Row row = row(
                "\uFEFF{\n  \"E-Mail\": 1,\n  \"email\": \"ann@example.com\",\n  \"fields\": {\"Site\": \"N\"}\n}\n");

        assertThat(row.number()).isEqualTo(7);
        assertThat(row.columns()).isEqualTo(Map.of("email", "ann@example.com", "fields.Site", "N"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no JSON object",
                "nobody | not well-formed",
                "'[{\"name\":\"secret\"}]' | no JSON object",
                "'\"secret\"' | no JSON object",
                "'{\"name\":\"secret\"' | ends too early",
                "'{\"name\":\"secret\"}{}' | goes on behind its object",
                "'{\"name\":\"secret\"} x' | not well-formed",
            })
    void rejectsWhatIsNoObject(String value, String reason) {
        assertThat(row(value).problems())
                .singleElement()
                .asString()
                .contains(reason)
                .doesNotContain("secret");
    }

    @Test
    void rejectsARecordWithoutAValue() {
        assertThat(rows(new JsonRecord(7, 0, null)).next().problems())
                .singleElement()
                .asString()
                .contains("has no value");
    }

    @Test
    void rejectsWhatIsNotUtf8() {
        assertThat(row("{\"name\":\"\u00e9\"}", StandardCharsets.ISO_8859_1).problems())
                .containsExactly("the record is not UTF-8: send it as JSON in UTF-8");
        assertThat(row("{\"name\":\"A\"}", StandardCharsets.UTF_16LE).problems())
                .singleElement()
                .asString()
                .contains("NUL");
    }

    @Test
    void readsNoRecordThatIsTooLarge() {
        byte[] most = new byte[Lines.MAX_LENGTH];
        byte[] object = "{\"name\":\"A\"}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(object, 0, most, 0, object.length);
        Arrays.fill(most, object.length, most.length, (byte) ' ');
        assertThat(rows(new JsonRecord(0, 0, most)).next().isReadable()).isTrue();

        assertThat(rows(new JsonRecord(0, 0, new byte[Lines.MAX_LENGTH + 1]))
                        .next()
                        .problems())
                .singleElement()
                .asString()
                .contains("longer than 4194304 bytes");
    }

    @Test
    void goesOnBehindABadRecord() {
        Rows rows = rows(
                new JsonRecord(0, 0, null), new JsonRecord(3, 0, "{\"name\":\"A\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(rows.next().isReadable()).isFalse();
        assertThat(rows.next()).isEqualTo(new Row(3, Map.of("name", "A")));
        assertThat(rows.hasNext()).isFalse();
    }

    private static Row row(String value) {
        return row(value, StandardCharsets.UTF_8);
    }

    private static Row row(String value, Charset charset) {
        return rows(new JsonRecord(7, 0, value.getBytes(charset))).next();
    }

    private static Rows rows(JsonRecord... records) {
        return new JsonRecordRows(List.of(records), InputSettings.DEFAULTS);
    }
}
