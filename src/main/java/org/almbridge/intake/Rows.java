package org.almbridge.intake;

import java.io.Closeable;
import java.util.Iterator;
import java.util.Set;

/**
 * Gives the rows of one input one at a time, so that memory does not grow with the input; closing it closes the input.
 *
 * <p>An input that turns out to be unreadable half way ends in an {@link java.io.UncheckedIOException} whose cause is the
 * {@link UnreadableInputException}, and ends in it again however often it is asked for more.
 */
public interface Rows extends Iterator<Row>, Closeable {

    /**
     * The columns of the input that mean nothing to us, as the input spells them. Where a format has no header, the set
     * grows while rows are read; it is complete after the last row.
     */
    Set<String> ignoredColumns();
}
