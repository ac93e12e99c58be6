package org.almbridge.source.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

    private static final PagePointers USUAL =
            new PagePointers(null, JsonPointer.compile("/links/next"), JsonPointer.compile("/meta/updatedAt"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " [ {\"a\": \"ä\"} , 2 ] ",
                "{\"é\": [1, {\"data\": [9]}], \"data\" :[ {\"a\": \"ä\"} , 2 ],\"x\":{\"y\":[]}}",
                "\uFEFF{\"data\":[ {\"a\": \"ä\"} , 2 ]}",
            })
    void cutsTheRecordsOutOfThePage(String page) throws Exception {
        Page read = read(page, USUAL);

        assertThat(new String(read.records(), StandardCharsets.UTF_8)).isEqualTo("[ {\"a\": \"ä\"} , 2 ]");
        assertThat(read.count()).isEqualTo(2);
        assertThat(read.next()).isNull();
        assertThat(read.highest()).isNull();
    }

    @Test
    void findsRecordsByAPointer() throws Exception {
        PagePointers pointers = new PagePointers(JsonPointer.compile("/result/1/~1people"), null, null);

        Page page = read("{\"result\": [{\"/people\": [1]}, {\"/people\": [2, 3]}]}", pointers);

        assertThat(new String(page.records(), StandardCharsets.UTF_8)).isEqualTo("[2, 3]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"links\": {\"next\": \" /p?2 \"}, \"data\": []} | /p?2",
                "{\"data\": [], \"links\": {\"next\": 7}}          | 7",
                "{\"data\": [], \"links\": {\"next\": null}}       | ",
                "{\"data\": [], \"links\": {\"next\": \"\"}}       | ",
                "{\"data\": [], \"links\": {\"next\": {\"a\": 1}}} | ",
                "{\"data\": [], \"links\": []}                     | ",
                "{\"data\": [{\"links\": {\"next\": \"no\"}}]}     | ",
            })
    void findsWhatLeadsToTheNextPage(String page, String next) throws Exception {
        assertThat(read(page, USUAL).next()).isEqualTo(next);
    }

    @Test
    void findsTheHighestWatermark() throws Exception {
        Page page = read("""
                {"data": [{"meta": {"updatedAt": "2026-01-01T10:00:00Z"}, "updatedAt": "2099-01-01T00:00:00Z"},
                          {"meta": {"updatedAt": "2026-01-01T11:30:00+01:00"}}, {"meta": null}, {}, 7,
                          {"meta": {"updatedAt": "2026-01-01T10:15:00Z"}}]}""", USUAL);

        assertThat(page.highest()).isEqualTo("2026-01-01T11:30:00+01:00");
        assertThat(page.count()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | is empty",
                "<html>                  | is no well-formed JSON",
                "{\"data\": [1, 2}       | is no well-formed JSON",
                "{\"data\": [1]          | is no well-formed JSON",
                "{\"data\": [1]} []      | goes on behind its end",
                "{\"people\": [1]}       | has no array at /data",
                "{\"data\": {\"a\": 1}}  | has no array at /data",
                "7                       | has no array at /data",
                "{\"data\":[1],\"data\":[2]} | has a second array at /data",
            })
    void saysWhyAPageIsUnusable(String page, String reason) {
        assertThatExceptionOfType(PageUnusableException.class)
                .isThrownBy(() -> read(page, USUAL))
                .withMessageStartingWith(reason);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatExceptionOfType(PageUnusableException.class)
                .isThrownBy(() -> PageReader.read("{\"data\": []}".getBytes(Charset.forName("UTF-16BE")), USUAL))
                .withMessageContaining("UTF-8");
    }

    private static Page read(String page, PagePointers pointers) throws Exception {
        return PageReader.read(page.getBytes(StandardCharsets.UTF_8), pointers);
    }
}
