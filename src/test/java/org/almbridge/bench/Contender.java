package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Something that brings people into ALM. */
interface Contender extends AutoCloseable {

    /** Hands a complete CSV file over, which is taken in without waiting for it. */
    void take(Path csv) throws IOException;

    /** What it runs as, without its database. */
    Stream<ProcessHandle> processes();

    @Override
    void close() throws IOException, InterruptedException;
}
