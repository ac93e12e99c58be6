package org.almbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.almbridge.support.Postgres;
import org.awaitility.Awaitility;

/** Bridges at work: people go in as a file, and come out at the simulator. */
final class Run implements AutoCloseable {

    private static final String MEASURED = "measured";

    private final Options options;
    private final Path folder;
    private final Alm alm;
    private final Ledger ledger;
    private final List<Node> nodes = new ArrayList<>();
    private long expected;

    Run(Options options, Path folder, Alm alm, Ledger ledger) {
        this.options = options;
        this.folder = folder;
        this.alm = alm;
        this.ledger = ledger;
    }

    void start(int count, Path target) throws IOException {
        Files.createDirectories(folder.resolve("inbox"));
        for (int i = 1; i <= count; i++) {
            nodes.add(Node.start(folder.resolve("bridge" + i), target, properties()));
        }
        for (Node node : nodes) {
            await(Duration.ofMinutes(2), node::isStarted);
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("quarkus.http.port", "0");
        properties.put("quarkus.management.port", "0");
        properties.put("bridge.ledger.url", ledger.url());
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.alm.base-url", alm.url());
        properties.put("bridge.alm.access-token", "simulator-token");
        properties.put("bridge.enrolments.welcome.lo-id", "course:1171899");
        properties.put("bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352");
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", folder.resolve("inbox").toString());
        properties.put("bridge.sources.drop.quietMs", "1");
        return properties;
    }

    /** Returns when all of them are enrolled. */
    void pass(String name, int people) throws IOException {
        if (people == 0) {
            return;
        }
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < people; i++) {
            csv.append("Person %d,%s%d@example.com\n".formatted(i, name, i));
        }
        Path inbox = folder.resolve("inbox");
        Files.writeString(inbox.resolve("." + name), csv);
        Files.move(inbox.resolve("." + name), inbox.resolve(name + ".csv"));
        expected += people;
        await(Duration.ofMinutes(20), () -> alm.get("report").path("enrolments").asLong() == expected);
    }

    Result measure(String setup, double load) throws Exception {
        ledger.resetStatistics();
        JsonNode before = alm.get("report");
        Map<String, Double> cpuBefore = cpu();
        pass(MEASURED, options.learners());
        Map<String, Double> cpu = cpu();
        cpuBefore.forEach((who, seconds) -> cpu.merge(who, -seconds, Double::sum));
        return new Result(
                setup,
                load,
                ledger.batch(MEASURED + ".csv", "opened_at"),
                ledger.batch(MEASURED + ".csv", "closed_at"),
                times("/createdAt"),
                times("/enrolments/0/enrolledAt"),
                before,
                alm.get("report"),
                options.requestsPerMinute() > 0 ? alm.get("calls") : null,
                cpu,
                ledger.statements(),
                ledger.transactions(),
                complaints());
    }

    private List<Long> times(String of) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (JsonNode user : alm.get("users")) {
            if (user.path("email").asText().startsWith(MEASURED)) {
                times.add(user.at(of).asLong());
            }
        }
        times.sort(null);
        return times;
    }

    private Map<String, Double> cpu() throws IOException {
        Map<String, Double> seconds = new HashMap<>();
        seconds.put("bridges", seconds(nodes.stream().map(Node::handle)));
        seconds.put("database", seconds(ledger.processes()));
        seconds.put("simulator", seconds(Stream.of(alm.handle())));
        return seconds;
    }

    private static double seconds(Stream<ProcessHandle> processes) {
        return processes
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1e3;
    }

    private long complaints() throws IOException {
        long complaints = ledger.complaints().size();
        for (Node node : nodes) {
            complaints += node.complaints();
        }
        return complaints;
    }

    /** What the table has no room for. */
    List<String> details() throws Exception {
        List<String> details = new ArrayList<>(ledger.statements(options.statements()));
        details.addAll(ledger.complaints());
        return details;
    }

    private static void await(Duration patience, Callable<Boolean> condition) {
        Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(500)).until(condition);
    }

    @Override
    public void close() throws InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
    }
}
