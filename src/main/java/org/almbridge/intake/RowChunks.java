package org.almbridge.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Hands rows on by the hundred, one ledger transaction each; a fault of the input ends the rows and is noted. */
final class RowChunks implements Iterator<List<Row>>, Closeable {

    private static final int CHUNK = 500;

    private final Rows rows;
    private final OpenBatch batch;
    private List<Row> next;

    RowChunks(Rows rows, OpenBatch batch) {
        this.rows = rows;
        this.batch = batch;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
            batch.rowsRead(next.size());
        }
        return !next.isEmpty();
    }

    private List<Row> read() {
        List<Row> chunk = new ArrayList<>(CHUNK);
        try {
            while (batch.failure() == null && chunk.size() < CHUNK && rows.hasNext()) {
                chunk.add(rows.next());
            }
        } catch (UncheckedIOException e) {
            batch.failed(e.getCause());
        }
        return chunk;
    }

    @Override
    public List<Row> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<Row> chunk = next;
        next = null;
        return chunk;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
