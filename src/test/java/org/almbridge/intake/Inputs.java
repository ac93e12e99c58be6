package org.almbridge.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Feeds a reader from strings and bytes, so that a test shows nothing but its input. */
record Inputs(RowReader reader, InputSettings settings) {

    Inputs(RowReader reader) {
        this(reader, InputSettings.DEFAULTS);
    }

    List<Row> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    List<Row> rows(byte[] bytes) throws IOException {
        try (Rows rows = open(bytes)) {
            List<Row> all = new ArrayList<>();
            rows.forEachRemaining(all::add);
            return all;
        }
    }

    Rows open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    Rows open(byte[] bytes) throws IOException {
        return open(new ByteArrayInputStream(bytes));
    }

    Rows open(InputStream in) throws IOException {
        return reader.open(in, settings);
    }

    /** A stream that fails by itself, whatever is written in it. */
    static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
    }

    /** The input is at fault, and the message says so without repeating anybody's data. */
    static void assertUnreadable(ThrowingCallable call, String... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageContainingAll(parts)
                .message()
                .doesNotContain("example.com");
    }
}
