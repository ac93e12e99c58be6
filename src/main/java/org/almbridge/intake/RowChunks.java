package org.almbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of an input by chunks; a fault of the input ends the rows and is noted. */
final class RowChunks extends Chunks implements Closeable {

    private final Rows rows;
    private final OpenBatch batch;

    RowChunks(Rows rows, OpenBatch batch) {
        this.rows = rows;
        this.batch = batch;
    }

    @Override
    List<Row> read() {
        List<Row> chunk = new ArrayList<>(SIZE);
        try {
            while (batch.failure() == null && chunk.size() < SIZE && rows.hasNext()) {
                chunk.add(rows.next());
            }
        } catch (UncheckedIOException e) {
            batch.failed(e.getCause());
        }
        batch.rowsRead(chunk.size());
        return chunk;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
