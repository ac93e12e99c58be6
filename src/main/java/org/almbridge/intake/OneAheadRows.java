package org.almbridge.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** Reads rows, whatever their format, never more than one ahead of its caller. */
abstract class OneAheadRows implements Rows {

    private Row next;
    private boolean ended;
    private IOException failure;

    /** The next row of the input, {@code null} behind the last one; not asked again after that or after a failure. */
    abstract Row read() throws IOException;

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = null;
        return row;
    }

    private Row advance() {
        try {
            if (failure == null) {
                return read();
            }
        } catch (IOException e) {
            // a parser would go on behind the fault and lose rows, so the first failure is final
            failure = e;
        }
        throw new UncheckedIOException(failure);
    }
}
