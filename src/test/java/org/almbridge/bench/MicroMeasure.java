package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pieces that every learner passes, one by one, by JMH. */
final class MicroMeasure implements Measure {

    /** By name, as it comes with a profile of Maven. */
    private static final String JMH = "org.openjdk.jmh.Main";

    @Override
    public void run(Options options, Path folder) throws Exception {
        Path results = folder.resolve("jmh.json");
        List<String> command = new ArrayList<>(
                List.of(Java.COMMAND, "-cp", System.getProperty("java.class.path"), JMH, options.text("match", ".*")));
        command.addAll(List.of("-rf", "json", "-rff", results.toString()));
        command.addAll(List.of("-f", "1", "-wi", "3", "-w", "1", "-i", "5", "-r", "1"));
        double load = Machine.load();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("jmh.log").toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("JMH failed: see jmh.log in " + folder);
        }
        Table table = new Table("piece", "time", "error (99.9 %)", "unit");
        for (JsonNode result : new ObjectMapper().readTree(results.toFile())) {
            JsonNode metric = result.path("primaryMetric");
            String[] name = result.path("benchmark").asText().split("\\.");
            table.row(
                    name[name.length - 2] + "." + name[name.length - 1],
                    "%.3f".formatted(metric.path("score").asDouble()),
                    "%.3f".formatted(metric.path("scoreError").asDouble()),
                    metric.path("scoreUnit").asText());
        }
        table.print("Pieces: load %.1f at the beginning, %.1f at the end".formatted(load, Machine.load()));
    }
}
