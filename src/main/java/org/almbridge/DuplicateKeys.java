package org.almbridge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Finds keys that a file has twice: the second silently replaces the first, as when a source is copied and not renamed. */
final class DuplicateKeys {

    private static final String OURS = "bridge.";

    private DuplicateKeys() {}

    /** @param file need not be there */
    static List<String> problems(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Properties seen = new Properties();
        Set<String> twice = new TreeSet<>();
        Properties watched = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (seen.put(key, value) != null && key.toString().startsWith(OURS)) {
                    twice.add(key.toString());
                }
                return null;
            }
        };
        try (Reader text = Files.newBufferedReader(file)) {
            watched.load(text);
        } catch (IOException | IllegalArgumentException e) {
            return List.of(file + " cannot be read: " + e.getMessage());
        }
        return twice.stream()
                .map(key -> key + " stands twice in " + file + ", and only the second would count: remove one"
                        + (key.startsWith("bridge.sources.") ? ", or give the second source another name" : ""))
                .toList();
    }
}
