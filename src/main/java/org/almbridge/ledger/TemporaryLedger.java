package org.almbridge.ledger;

import java.nio.file.Path;
import java.util.stream.Stream;

/** A ledger that a process needs no longer than it lives, alone in a folder of its own. */
public final class TemporaryLedger {

    private TemporaryLedger() {}

    /** The folder first: Java removes in the opposite order. */
    public static void removeAtTheEnd(String url) {
        Path ledger = Path.of(url.replaceFirst("^jdbc:sqlite:", ""));
        ledger.getParent().toFile().deleteOnExit();
        Stream.of("", "-wal", "-shm", ".lock")
                .map(suffix -> ledger.resolveSibling(ledger.getFileName() + suffix))
                .forEach(file -> file.toFile().deleteOnExit());
    }
}
