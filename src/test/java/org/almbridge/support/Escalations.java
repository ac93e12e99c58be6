package org.almbridge.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which people find what needs them. */
public final class Escalations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    Escalations(Path folder) {
        this.folder = folder;
    }

    /** Names of everything in the folder, hidden or not. */
    public List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    /** The records about a learner. */
    public List<JsonNode> about(String email) throws IOException {
        return files().stream()
                .filter(file -> file.getFileName().toString().matches("[^.].*[.]json"))
                .map(Escalations::read)
                .filter(escalation -> escalation.at("/learner/email").asText().equals(email))
                .toList();
    }

    /** Waits for the first record about a learner. */
    public JsonNode await(String email) {
        return Patience.awaiting("the escalation of " + email)
                .until(() -> about(email), escalations -> !escalations.isEmpty())
                .get(0);
    }

    /** The attempts of one kind of call, as {@code ENROL_USER}, that a record lists. */
    public static List<JsonNode> attempts(JsonNode escalation, String call) {
        return escalation
                .path("attempts")
                .valueStream()
                .filter(attempt -> attempt.path("call").asText().equals(call))
                .toList();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
