package org.almbridge.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One file under routes/ as its author wrote it, not as Camel understood it. */
record RouteFile(String name, List<Map<String, Object>> entries) {

    private static final Path FOLDER = Path.of("routes");

    static List<RouteFile> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .map(RouteFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static RouteFile read(Path file) {
        try {
            Object entries = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new RouteFile(FOLDER.relativize(file).toString(), (List<Map<String, Object>>) entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of one kind, as {@code route}. */
    Stream<Map<String, Object>> of(String kind) {
        return entries.stream().filter(entry -> entry.containsKey(kind)).map(entry -> map(entry.get(kind)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object node) {
        return (Map<String, Object>) node;
    }

    /** Calls the visitor for every key and value, however deep. */
    static void walk(Object node, BiConsumer<String, Object> visitor) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visitor.accept(key.toString(), value);
                walk(value, visitor);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(element -> walk(element, visitor));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
