package org.almbridge.intake;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExpressionAdapter;

/** Cuts the input of a batch into chunks of rows, by the reader of its format; the seam where formats plug in. */
@Singleton
@Named("batchRows")
class BatchRows extends ExpressionAdapter {

    private final Instance<RowReader> readers;

    BatchRows(@Any Instance<RowReader> readers) {
        this.readers = readers;
    }

    @Override
    public Object evaluate(Exchange exchange) {
        OpenBatch batch = BatchVariables.batch(exchange);
        InputStream content = exchange.getMessage().getBody(InputStream.class);
        try {
            Rows rows = reader(exchange.getVariable(BatchVariables.FORMAT, String.class))
                    .open(content);
            batch.ignoredColumns(rows.ignoredColumns());
            return new RowChunks(rows, batch);
        } catch (IOException e) {
            batch.failed(e);
            close(content);
            return Collections.emptyIterator();
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
