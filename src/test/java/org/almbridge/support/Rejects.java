package org.almbridge.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the reports of bad rows. */
public final class Rejects {

    private final Path folder;

    Rejects(Path folder) {
        this.folder = folder;
    }

    /** The reports about the inputs of that name. */
    public List<Path> of(String input) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> reports = Files.list(folder)) {
            return reports.filter(report -> report.getFileName().toString().startsWith(input))
                    .toList();
        }
    }

    /** Waits for the report about the input of that name, and reads it. */
    public String await(String input) throws IOException {
        return Files.readString(Patience.awaiting("the report about " + input)
                .until(() -> of(input), reports -> !reports.isEmpty())
                .get(0));
    }
}
