package org.almbridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the bridge watches. */
public final class Inbox {

    private final Path folder;

    public Inbox(Path folder) {
        this.folder = folder;
    }

    /** A folder below this one. */
    public Inbox within(String name) {
        return new Inbox(folder.resolve(name));
    }

    public Path folder() {
        return folder;
    }

    /** Rows of {@code email} and {@code name}, one for each address. */
    public static String people(String... emails) {
        StringBuilder csv = new StringBuilder("email,name\n");
        for (String email : emails) {
            csv.append(email).append(",Ada Example\n");
        }
        return csv.toString();
    }

    public void drop(String name, String content) throws IOException {
        drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** By a hidden name and a rename, so that the bridge never sees half of it. */
    public void drop(String name, byte[] content) throws IOException {
        dropAsOf(name, content, Instant.now());
    }

    /** A file that seems to have grown at that moment. */
    public void dropAsOf(String name, byte[] content, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Path hidden = Files.createDirectories(file.getParent()).resolve("." + file.getFileName());
        Files.write(hidden, content);
        Files.setLastModifiedTime(hidden, FileTime.from(modified));
        Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
    }

    public void touch(String name, Instant modified) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(modified));
    }

    public boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Waits until as many files of that name are on the shelf of those read to their end. */
    public void awaitDone(String name, int count) {
        Patience.awaiting(count + " times " + name + " in .done")
                .until(() -> shelved(".done", name).size() == count && !holds(name));
    }

    public void awaitDone(String name) {
        awaitDone(name, 1);
    }

    /** Waits until a file of that name is on the shelf of the unreadable ones; answers the text beside it. */
    public String awaitFailed(String name) throws IOException {
        Patience.awaiting(name + " in .failed")
                .until(() -> shelved(".failed", name).size() == 1 && !holds(name));
        Path file = shelved(".failed", name).get(0);
        return Files.readString(file.resolveSibling(file.getFileName() + ".why.txt"));
    }

    /** The contents of the files of that name on a shelf. */
    public List<String> shelvedContents(String shelf, String name) throws IOException {
        return shelved(shelf, name).stream()
                .map(Inbox::read)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> shelved(String shelf, String name) throws IOException {
        Path directory = folder.resolve(shelf);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{8}-\\d{9}-\\Q" + name + "\\E"))
                    .toList();
        }
    }
}
