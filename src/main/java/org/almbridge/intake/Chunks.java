package org.almbridge.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Hands rows on by the hundred, one ledger transaction each; reads no chunk before it is asked for. */
abstract class Chunks implements Iterator<List<Row>> {

    /** In rows. */
    static final int SIZE = 500;

    private List<Row> next;

    /** The next rows, {@link #SIZE} at most; empty behind the last one. */
    abstract List<Row> read();

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return !next.isEmpty();
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
}
