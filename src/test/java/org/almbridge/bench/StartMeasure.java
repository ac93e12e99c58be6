package org.almbridge.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** From the start of the process until it says that it is ready, and what it occupies while nothing is to do. */
final class StartMeasure implements Measure {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LOOK_MS = 2;

    private final HttpClient http = HttpClient.newHttpClient();

    private record Start(double readyMs, double residentMb, double peakMb) {}

    @Override
    public void run(Options options, Path folder) throws Exception {
        List<Path> targets = new ArrayList<>(options.targets());
        if (targets.equals(List.of(Path.of("target")))) {
            targets.addAll(executables(targets.get(0)));
        }
        Map<Path, List<Start>> first = new LinkedHashMap<>();
        Map<Path, List<Start>> again = new LinkedHashMap<>();
        double load = Machine.load();
        try (Alm alm = Alm.start(folder, "{}")) {
            for (int round = 1; round <= options.number("starts", 5); round++) {
                for (Path target : targets) {
                    Path place = folder.resolve(round + "-" + target.getFileName());
                    first.computeIfAbsent(target, key -> new ArrayList<>()).add(start(options, alm, target, place));
                    again.computeIfAbsent(target, key -> new ArrayList<>()).add(start(options, alm, target, place));
                }
            }
        }
        Table table = new Table("build", "ledger", "ready ms", "idle RSS MB", "peak RSS MB");
        for (Path target : targets) {
            table.row(cells(target, "new", first.get(target)));
            table.row(cells(target, "there", again.get(target)));
        }
        table.print(
                "Start to ready, and idle %d s later: %d starts each, load %.1f at the beginning, %.1f at the end, %s"
                        .formatted(
                                options.number("idle", 5),
                                options.number("starts", 5),
                                load,
                                Machine.load(),
                                options.heap()));
        if (targets.stream().noneMatch(Files::isRegularFile)) {
            System.out.println("There is no native executable (target/*-runner), so it is not measured.\n");
        }
    }

    private static List<Path> executables(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .toList();
        }
    }

    private static Object[] cells(Path target, String ledger, List<Start> starts) {
        return new Object[] {
            Files.isRegularFile(target) ? "native" : target,
            ledger,
            Spread.of(starts.stream().map(Start::readyMs).toList()).text("%.0f"),
            Spread.of(starts.stream().map(Start::residentMb).toList()).text("%.0f"),
            Spread.of(starts.stream().map(Start::peakMb).toList()).text("%.0f")
        };
    }

    private Start start(Options options, Alm alm, Path target, Path folder) throws Exception {
        int port = freePort();
        String ledger = "jdbc:sqlite:" + folder.resolve("ledger.db");
        Map<String, String> properties =
                Bridges.properties(Files.createDirectories(folder.resolve("inbox")), alm, ledger);
        properties.put("quarkus.management.port", String.valueOf(port));
        long from = System.nanoTime();
        try (Node node = Node.start(folder, target, List.of(options.heap()), properties)) {
            while (!isReady(port)) {
                node.requireAlive();
                if (System.nanoTime() - from > PATIENCE.toNanos()) {
                    throw new IllegalStateException("a bridge did not become ready: see the log in " + folder);
                }
                Thread.sleep(LOOK_MS);
            }
            double readyMs = (System.nanoTime() - from) / 1e6;
            TimeUnit.SECONDS.sleep(options.number("idle", 5));
            Machine.Memory memory = Machine.Memory.of(node.handle());
            return new Start(readyMs, memory.residentMb(), memory.peakMb());
        }
    }

    private boolean isReady(int port) throws InterruptedException {
        URI ready = URI.create("http://localhost:" + port + "/q/health/ready");
        try {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
