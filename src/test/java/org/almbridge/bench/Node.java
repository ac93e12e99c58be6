package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One bridge as it is delivered, in a process and a working directory of its own. */
final class Node implements AutoCloseable {

    private static final int STOP_SECONDS = 40;

    private final Process process;
    private final Path log;

    private Node(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param target the build: a folder with {@code quarkus-app} in it, or a native executable
     * @param options of the virtual machine, as {@code -Xmx256m}; the executable understands those for its heap
     */
    static Node start(Path directory, Path target, List<String> options, Map<String, String> properties)
            throws IOException {
        boolean isNative = Files.isRegularFile(target);
        List<String> command = new ArrayList<>();
        command.add(isNative ? target.toAbsolutePath().toString() : Java.COMMAND);
        command.addAll(options);
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        if (!isNative) {
            command.add("-jar");
            command.add(target.resolve("quarkus-app/quarkus-run.jar")
                    .toAbsolutePath()
                    .toString());
        }
        Path log = Files.createDirectories(directory).resolve("bridge.log");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly)); // also when this is interrupted
        return new Node(process, log);
    }

    boolean isStarted() throws IOException {
        requireAlive();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains("Listening on"));
        }
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a bridge did not start: see " + log);
        }
    }

    /** Lines that tell of trouble. */
    long complaints() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.matches("[\\d:.]+ (WARN|ERROR) .*|.*Exception.*"))
                    .count();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
