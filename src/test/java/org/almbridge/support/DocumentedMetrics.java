package org.almbridge.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What docs/metrics.md promises. */
public final class DocumentedMetrics {

    public static final Path PAGE = Path.of("docs/metrics.md");

    /** A row of its table: name, type, labels. */
    private static final Pattern ROW = Pattern.compile("\\| `(bridge_\\w+)` \\| (\\w+) \\|([^|]*)\\|.*");

    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    /** @param type as Prometheus names it */
    public record Metric(String type, Set<String> labels) {}

    private DocumentedMetrics() {}

    public static Map<String, Metric> read() throws IOException {
        Map<String, Metric> metrics = new TreeMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> labels = new TreeSet<>();
                WORD.matcher(row.group(3)).results().forEach(word -> labels.add(word.group(1)));
                metrics.put(row.group(1), new Metric(row.group(2), labels));
            }
        }
        return metrics;
    }
}
