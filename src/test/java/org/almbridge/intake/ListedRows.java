package org.almbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Rows of people of example.com that may end in a fault of the input. */
final class ListedRows implements Rows {

    private final int rows;
    private final IOException fault;
    private int given;
    private boolean closed;

    /** @param fault what follows the last row, {@code null} for the end */
    ListedRows(int rows, IOException fault) {
        this.rows = rows;
        this.fault = fault;
    }

    @Override
    public boolean hasNext() {
        if (given == rows && fault != null) {
            throw new UncheckedIOException(fault);
        }
        return given < rows;
    }

    @Override
    public Row next() {
        given++;
        return new Row(given + 1, Map.of("email", "p" + given + "@example.com", "name", "Person " + given));
    }

    @Override
    public Set<String> ignoredColumns() {
        return Set.of("Shoe size");
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
