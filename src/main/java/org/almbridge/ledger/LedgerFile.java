package org.almbridge.ledger;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of a SQLite ledger, held by one process at a time: holding its lock proves that the process which left claims
 * behind is gone.
 */
final class LedgerFile implements AutoCloseable {

    private static final String PREFIX = "jdbc:sqlite:";

    private final FileChannel lock;

    private LedgerFile(FileChannel lock) {
        this.lock = lock;
    }

    /** @throws ConfigurationException when the URL names no usable file, or another process holds it */
    static LedgerFile acquire(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new ConfigurationException("bridge.ledger.url is '" + url + "': give " + PREFIX
                    + "<file>, for example jdbc:sqlite:data/ledger.db, or jdbc:postgresql://<host>/<database>");
        }
        String name = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        if (name.isBlank() || name.contains(":memory:")) {
            throw new ConfigurationException("bridge.ledger.url is '" + url
                    + "', which is lost when the process ends: name a file, for example jdbc:sqlite:data/ledger.db");
        }
        Path file = Path.of(name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new ConfigurationException("bridge.ledger.url: the ledger " + file
                        + " is in use by another process. A SQLite ledger serves one process: stop the other one, or give this"
                        + " one a ledger of its own.");
            }
            return new LedgerFile(channel);
        } catch (IOException e) {
            // no cause: Quarkus prints the message of the innermost exception, and a stack trace for most others
            throw new ConfigurationException("bridge.ledger.url: the ledger " + file + " cannot be opened (" + e
                    + "). Check the folder's permissions.");
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
