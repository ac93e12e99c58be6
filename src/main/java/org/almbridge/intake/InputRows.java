package org.almbridge.intake;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;

/** Opens the input of a batch by the reader of its format; the seam where formats plug in. */
@Singleton
class InputRows {

    private final Instance<RowReader> readers;
    private final SourceSettings settings;

    InputRows(@Any Instance<RowReader> readers, SourceSettings settings) {
        this.readers = readers;
        this.settings = settings;
    }

    /** @throws UnreadableInputException if the input as a whole cannot be read; it is closed then */
    Rows open(Exchange exchange) throws IOException {
        InputSettings given = settings.of(exchange.getVariable(BatchVariables.SOURCE, String.class));
        if (exchange.getMessage().getBody() instanceof JsonRecords input) {
            return new JsonRecordRows(input.records(), given);
        }
        InputStream content = exchange.getMessage().getBody(InputStream.class);
        try {
            content = GzipContent.unpack(content, UnpackBounds.USUAL);
            return reader(exchange.getVariable(BatchVariables.FORMAT, String.class))
                    .open(content, given);
        } catch (IOException e) {
            close(content);
            throw e;
        }
    }

    private RowReader reader(String format) {
        return readers.stream()
                .filter(reader -> reader.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reader for the format '" + format + "'"));
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            // the input has failed already, and that failure is the one to report
        }
    }
}
