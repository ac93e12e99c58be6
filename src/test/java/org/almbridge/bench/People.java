package org.almbridge.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the programs to compare with send and receive, as thriftily as a hand-written program would do it. */
final class People {

    private static final ObjectMapper JSON = new ObjectMapper();

    private People() {}

    /** The lines of a file that are people. */
    static List<String> in(Path csv) {
        try {
            return Files.readAllLines(csv).stream()
                    .filter(line -> line.contains("@"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param line as {@code Ann,ann@example.com} */
    static String create(String line) {
        String[] cells = line.split(",");
        try {
            return JSON.writeValueAsString(Map.of(
                    "data",
                    Map.of(
                            "type",
                            "user",
                            "attributes",
                            Map.of("userType", "INTERNAL", "name", cells[0], "email", cells[1].strip()))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String id(String answer) {
        try {
            return JSON.readTree(answer).at("/data/id").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
