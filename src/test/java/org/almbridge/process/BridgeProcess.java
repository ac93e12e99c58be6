package org.almbridge.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.almbridge.support.TestRun;
import org.awaitility.Awaitility;

/** The packaged bridge, jar or native executable, as an operator runs it: a process with a working directory. */
final class BridgeProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private static final Pattern LISTENING = Pattern.compile("Listening on: https?://[^:]+:(\\d+)");
    private static final Pattern MANAGED = Pattern.compile("Management interface listening on https?://[^:]+:(\\d+)");

    private final Process process;
    private final Path output;

    private BridgeProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static BridgeProcess start(Path workingDirectory, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(artifact());
        Map<String, String> all = new HashMap<>(properties);
        all.putIfAbsent("quarkus.http.port", "0"); // several bridges run beside each other
        all.putIfAbsent("quarkus.management.port", "0");
        all.forEach((key, value) -> command.add(1, "-D" + key + "=" + value));
        Path output = Files.createTempFile(TestRun.told(), "output", ".log");
        TestRun.keepSecrets(properties);
        Process process = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new BridgeProcess(process, output);
    }

    private static List<String> artifact() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Properties artifact = new Properties();
        try (var in = Files.newInputStream(target.resolve("quarkus-artifact.properties"))) {
            artifact.load(in);
        }
        String path = target.resolve(artifact.getProperty("path")).toString();
        // most processes end before the second compiler has paid for itself
        return "native".equals(artifact.getProperty("type"))
                ? List.of(path)
                : List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        path);
    }

    /** The port that the bridge listens on; waits for the line that tells it. */
    int port() {
        return awaitPort(LISTENING);
    }

    /** The same of the management port. */
    int managementPort() {
        return awaitPort(MANAGED);
    }

    private int awaitPort(Pattern told) {
        Matcher line = Awaitility.await("the port")
                .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> told.matcher(output()), Matcher::find);
        return Integer.parseInt(line.group(1));
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of what it has said that tell of a fault: errors, and what a stack trace is made of. */
    List<String> faults() {
        return output().lines()
                .filter(line -> line.contains("ERROR") || line.contains("\tat "))
                .toList();
    }

    /** The end of what it has said; no more than that many lines. */
    String lastLines(int most) {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int awaitExit() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            signal("QUIT"); // a JVM prints what each thread is at
            process.waitFor(1, TimeUnit.SECONDS);
            throw new IllegalStateException("the bridge did not end; it said:\n" + output());
        }
        return process.exitValue();
    }

    /** As {@code kill}, and an orderly stop of the service, do. */
    int terminate() throws IOException, InterruptedException {
        requestStop();
        return awaitExit();
    }

    /** The same, without waiting for the end. */
    void requestStop() {
        process.destroy();
    }

    /** As {@code kill -9}, and the loss of the machine, do. */
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        awaitExit();
    }

    long pid() {
        return process.pid();
    }

    /** As a machine that is frozen for a while does: nothing runs, and nothing is noticed. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("SIG%s cannot be sent to %s".formatted(name, this));
        }
    }

    @Override
    public String toString() {
        return "The bridge %d (%s)".formatted(process.pid(), process.isAlive() ? "alive" : "ended");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kill();
    }
}
