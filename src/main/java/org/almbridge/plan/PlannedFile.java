package org.almbridge.plan;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almbridge.BridgeConfig;
import org.almbridge.intake.BatchVariables;
import org.apache.camel.Exchange;

/** The file that the configuration names, and the source by whose settings it is read. */
@Singleton
class PlannedFile {

    /** Who brings rows again by themselves, and corrects them. */
    private static final Set<String> FEEDS = Set.of("kafka", "rest");

    private static final Pattern ENDING = Pattern.compile("(?i).*\\.(csv|json|ndjson|jsonl|xlsx)(\\.gz)?");

    private final BridgeConfig config;

    PlannedFile(BridgeConfig config) {
        this.config = config;
    }

    /** @throws ConfigurationException when there is no such file or source */
    void check() {
        Path file = path();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException(
                    "bridge.plan.file is '" + file + "', which is no file that can be read: give one with people");
        }
        Set<String> sources = new TreeSet<>(config.sources().keySet());
        Optional<String> given = config.plan().source();
        if (given.isPresent() && !sources.contains(given.get())) {
            throw new ConfigurationException("bridge.plan.source is '" + given.get() + "', which is no source: give "
                    + (sources.isEmpty() ? "none, as there are none" : "one of " + String.join(", ", sources)));
        }
        if (given.isEmpty() && sources.size() > 1) {
            throw new ConfigurationException(
                    "bridge.plan.source is not set, and there are several sources: give the one by whose settings the file"
                            + " is to be read, one of " + String.join(", ", sources));
        }
    }

    Path path() {
        return Path.of(config.plan()
                .file()
                .orElseThrow(() -> new ConfigurationException(
                        "bridge.plan.file is not set: give the file to plan, as -Dbridge.plan.file=people.csv")));
    }

    /** Has the file read as that source would read it. */
    void bring(Exchange exchange) {
        Path file = path();
        String source = source();
        Map<String, String> settings = config.sources().getOrDefault(source, Map.of());
        exchange.getMessage().setBody(file.toFile());
        exchange.setVariable(BatchVariables.SOURCE, source);
        exchange.setVariable(BatchVariables.INPUT, file.getFileName().toString());
        exchange.setVariable(BatchVariables.FEED, FEEDS.contains(settings.getOrDefault("kind", "")));
        exchange.setVariable(BatchVariables.FORMAT, settings.getOrDefault("format", format(file)));
    }

    private String source() {
        return config.plan()
                .source()
                .or(() -> config.sources().keySet().stream().findFirst())
                .orElse("api");
    }

    private static String format(Path file) {
        Matcher ending = ENDING.matcher(file.getFileName().toString());
        String format = ending.matches() ? ending.group(1).toLowerCase() : "csv";
        return format.equals("jsonl") ? "ndjson" : format;
    }
}
