package org.almbridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
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

class NdjsonRowReaderTest {

    private static final String ANN = "{\"email\":\"ann@example.com\"}";
    private static final String BO = "{\"email\":\"bo@example.com\"}";

    private final Inputs ndjson = new Inputs(new NdjsonRowReader());

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\r"})
    void numbersRowsByTheirLineWhateverEndsIt(String end) throws IOException {
        int lines = end.equals("\n\r") ? 2 : 1;

        assertThat(ndjson.rows(ANN + end + BO + end + ANN))
                .extracting(Row::number)
                .containsExactly(1, lines + 1, 2 * lines + 1);
    }

    @Test
    void skipsBlankLinesButCountsThem() throws IOException {
        assertThat(ndjson.rows("\uFEFF\n \t\n" + ANN + "\n\n\u00A0\r\n" + BO + "\n\n  "))
                .extracting(Row::number)
                .containsExactly(3, 6);
    }

    @Test
    void readsLinesOfEveryLengthAcrossBuffers() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9_000; i += 7) {
            text.append("{\"name\":\"").append("x".repeat(i)).append("\"}\r\n");
        }

        assertThat(ndjson.rows(text.toString()))
                .extracting(row -> row.columns().getOrDefault("name", "").length())
                .hasSize(1286)
                .startsWith(0, 7, 14)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void readsMembersAsJsonDoes() throws IOException {
        Row row = ndjson.rows("""
                        {"data": 1, "attributes": {"Employee's Name": "Ann", "fields": {"Cost Centre": 4711}}, "bio": null}
                        """).get(0);

        assertThat(row.columns()).containsExactly(entry("name", "Ann"), entry("fields.Cost Centre", "4711"));
    }

    @Test
    void reportsTheMembersItIgnores() throws IOException {
        try (Rows rows = ndjson.open("{\"Shoe Size\":38}\n{\"Shoe Size\":38,\"hat\":[1]}\n")) {
            rows.forEachRemaining(row -> assertThat(row.isReadable()).isTrue());

            assertThat(rows.ignoredColumns()).containsExactly("Shoe Size", "hat");
        }
    }

    @Test
    void endsLikeAnyIterator() throws IOException {
        try (Rows rows = ndjson.open(ANN)) {
            rows.next();

            assertThat(rows).isExhausted();
            assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closesTheStreamWithTheRows() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream in = new ByteArrayInputStream(ANN.getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        ndjson.open(in).close();

        assertThat(closed).isTrue();
    }
}
