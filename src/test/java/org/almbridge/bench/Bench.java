package org.almbridge.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures what is asked for; bench/README.md says how to call it and how to read what it prints. */
final class Bench {

    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("start", new StartMeasure());
        MEASURES.put("throughput", new ThroughputMeasure());
        MEASURES.put("memory", new MemoryMeasure());
        MEASURES.put("limit", new LimitMeasure());
        MEASURES.put("nodes", new NodesMeasure());
        MEASURES.put("micro", new MicroMeasure());
        MEASURES.put("profile", new ProfileMeasure());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> asked = Stream.of(args).filter(arg -> !arg.contains("=")).toList();
        if (asked.isEmpty() || !MEASURES.keySet().containsAll(asked)) {
            throw new IllegalArgumentException("say what to measure: " + MEASURES.keySet());
        }
        Options options =
                Options.of(Stream.of(args).filter(arg -> arg.contains("=")).toList());
        Path folder = Files.createTempDirectory("alm-bridge-bench");
        System.out.printf(
                "%s, %s, logs are in %s%n%n",
                OffsetDateTime.now().truncatedTo(ChronoUnit.MINUTES), Machine.description(), folder);
        for (String name : asked) {
            MEASURES.get(name).run(options, Files.createDirectories(folder.resolve(name)));
        }
        System.exit(0); // whatever the server's library has left running
    }
}
