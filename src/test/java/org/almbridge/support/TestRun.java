package org.almbridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tests of a build leave behind for the scan at its end: what bridges have told, and what none of them may tell. */
public final class TestRun {

    private static final Path FOLDER = Path.of("target", "test-run").toAbsolutePath();

    private TestRun() {}

    /** Where bridges leave what they print and what they tell Prometheus. */
    public static Path told() {
        return folder("told");
    }

    /** Where everything lies, a value in a line, that a bridge knew and that is nobody else's business. */
    public static Path confidential() {
        return folder("confidential");
    }

    public static void tell(String text) {
        write(told(), text);
    }

    public static void keep(Collection<String> values) {
        if (!values.isEmpty()) {
            write(confidential(), new TreeSet<>(values).stream().collect(Collectors.joining("\n", "", "\n")));
        }
    }

    /** @param settings of a bridge; the values of those whose key names a secret are kept */
    public static void keepSecrets(Map<String, String> settings) {
        keep(settings.entrySet().stream()
                .filter(setting -> setting.getKey().matches("(?i).*(token|secret|password|passphrase|apikey)"))
                .map(Map.Entry::getValue)
                .toList());
    }

    private static void write(Path folder, String text) {
        try {
            Files.writeString(Files.createTempFile(folder, "", ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
