package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowReaderTest {

    private final Inputs json = new Inputs(new JsonRowReader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'email':'ann@example.com'},{'email':'bo@example.com'}]",
                "\uFEFF [ {'email' : 'ann@example.com'}\r\n,\r\n{'email':'bo@example.com'} ]\n\n",
                "{'data':[{'email':'ann@example.com'},{'email':'bo@example.com'}]}",
                "{'meta':{'data':[1,{}]},'links':[[]],'data':[{'email':'ann@example.com'},{'email':'bo@example.com'}],"
                        + "'included':[{'data':[]}],'next':null}",
                "[{'type':'user','id':'7','attributes':{'email':'ann@example.com'}},"
                        + "{'attributes':{'email':'bo@example.com'},'type':'user'}]",
                "[{'E MAIL':'ann@example.com'},{'Employee\u2019s Email':'bo@example.com'}]"
            })
    void readsPeopleWhateverTheShapeAroundThem(String text) throws IOException {
        assertThat(json.rows(quoted(text)))
                .containsExactly(
                        new Row(1, Map.of("email", "ann@example.com")), new Row(2, Map.of("email", "bo@example.com")));
    }

    @Test
    void readsEveryKindOfValue() throws IOException {
        Row row = json.rows(quoted("""
                [{'email': ' ann@example.com ', 'Name': 'Zo\\u00eb \\'Z\\' \\ud83d\\ude00', 'enrollOnClick': true,
                  'gamificationEnabled': false, 'managerId': 3400468, 'bio': null, 'profile': '  ',
                  'fields': {'Cost Centre': 4711, 'Rate': 0.50, 'Site': 'North', 'Left': null},
                  'MetaData': {'a.b': 'c'}, 'metadata.d': 'e', 'fields.Team': 'Blue'}]
                """)).get(0);

        assertThat(row.problems()).isEmpty();
        assertThat(row.columns())
                .containsExactly(
                        entry("email", "ann@example.com"),
                        entry("name", "Zo\u00eb \"Z\" \ud83d\ude00"),
                        entry("enrollOnClick", "true"),
                        entry("gamificationEnabled", "false"),
                        entry("managerId", "3400468"),
                        entry("fields.Cost Centre", "4711"),
                        entry("fields.Rate", "0.50"),
                        entry("fields.Site", "North"),
                        entry("metadata.a.b", "c"),
                        entry("metadata.d", "e"),
                        entry("fields.Team", "Blue"));
    }

    @Test
    void takesAnEmptyArrayForAnEmptyBatch() throws IOException {
        assertThat(json.rows("[]")).isEmpty();
        assertThat(json.rows("{\"data\":[]}")).isEmpty();
    }

    @Test
    void reportsTheMembersItIgnores() throws IOException {
        try (Rows rows = json.open(quoted(
                "[{'email':'a@example.com','Shoe Size':38},{'Shoe Size':39,'boss':{'email':'x'},'fields':{' ':1}}]"))) {
            rows.forEachRemaining(row -> assertThat(row.isReadable()).isTrue());

            assertThat(rows.ignoredColumns()).containsExactly("Shoe Size", "boss", "fields. ");
        }
    }

    @Test
    void endsLikeAnyIterator() throws IOException {
        try (Rows rows = json.open("[{}]")) {
            rows.next();

            assertThat(rows).isExhausted();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closesTheStreamWithTheRows() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream("[{}]".getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        json.open(in).close();

        assertThat(closed).isTrue();
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }
}
