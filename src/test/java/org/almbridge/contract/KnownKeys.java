package org.almbridge.contract;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that an operator is told of, in application.properties or a page of the documentation. */
final class KnownKeys {

    private static final Pattern KEY = Pattern.compile("(?:bridge|quarkus)\\.[\\w.<>\"-]+\\w>?");
    private static final Pattern PARAMETER = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern SOURCE = Pattern.compile("bridge\\.sources\\.[\\w-]+\\.(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("(?:# )?((?:bridge|quarkus)\\.\\S+) = (.*)");

    private final Set<String> keys;
    private final Set<String> parameters;

    KnownKeys() {
        String pages = Stream.of(
                        "application.properties", "docs/configuration.md", "docs/running.md", "docs/first-day.md")
                .map(page -> Manifests.text(Path.of(page)))
                .collect(Collectors.joining("\n"));
        keys = found(KEY, 0, pages);
        parameters = found(PARAMETER, 1, pages);
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        return pattern.matcher(text).results().map(match -> match.group(group)).collect(Collectors.toSet());
    }

    boolean has(String key) {
        Matcher source = SOURCE.matcher(key);
        return source.matches() && parameters.contains(source.group(1))
                || keys.stream().anyMatch(known -> key.matches(pattern(known)));
    }

    private static String pattern(String known) {
        return known.replace(".", "\\.").replaceAll("<[^>]*>", "[^.]+");
    }

    /** Whether an environment variable sets one of them. */
    boolean hasVariable(String variable) {
        return keys.stream()
                .anyMatch(
                        key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase().equals(variable));
    }

    /** Of a file of properties, with what stands in a comment as an example. */
    static Map<String, String> properties(Path file) {
        Map<String, String> found = new TreeMap<>();
        for (String line : Manifests.text(file).split("\n")) {
            Matcher property = PROPERTY.matcher(line);
            if (property.matches()) {
                found.put(property.group(1), property.group(2));
            }
        }
        return found;
    }

    /** What the bridge has when nobody sets it. */
    static String defaultOf(String key) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Manifests.text(Path.of("application.properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key);
    }
}
