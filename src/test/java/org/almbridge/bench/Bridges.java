package org.almbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.almbridge.support.Postgres;
import org.awaitility.Awaitility;

/** Bridges that share a ledger and a folder. */
final class Bridges implements Contender {

    private final Path inbox;
    private final List<Node> nodes = new ArrayList<>();

    private Bridges(Path inbox) {
        this.inbox = inbox;
    }

    /** @param options of each virtual machine */
    static Bridges start(int count, Path target, List<String> options, Path folder, Alm alm, String ledger)
            throws IOException, InterruptedException {
        Path inbox = Files.createDirectories(folder.resolve("inbox"));
        Bridges bridges = new Bridges(inbox);
        try {
            for (int i = 1; i <= count; i++) {
                Map<String, String> properties = properties(inbox, alm, ledger);
                bridges.nodes.add(Node.start(folder.resolve("bridge" + i), target, options, properties));
            }
            for (Node node : bridges.nodes) {
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(node::isStarted);
            }
            return bridges;
        } catch (IOException | RuntimeException e) {
            bridges.close();
            throw e;
        }
    }

    /** All that is set besides the defaults. */
    static Map<String, String> properties(Path inbox, Alm alm, String ledger) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("quarkus.http.port", "0");
        properties.put("quarkus.management.port", "0");
        properties.put("bridge.ledger.url", ledger);
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.alm.base-url", alm.url());
        properties.put("bridge.alm.access-token", Alm.TOKEN);
        properties.put("bridge.enrolments.welcome.lo-id", Alm.COURSE);
        properties.put("bridge.enrolments.welcome.lo-instance-id", Alm.INSTANCE);
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", inbox.toString());
        properties.put("bridge.sources.drop.quietMs", "1");
        return properties;
    }

    @Override
    public void take(Path csv) throws IOException {
        Files.move(csv, inbox.resolve(csv.getFileName()));
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return nodes.stream().map(Node::handle);
    }

    void requireAlive() {
        nodes.forEach(Node::requireAlive);
    }

    long complaints() throws IOException {
        long complaints = 0;
        for (Node node : nodes) {
            complaints += node.complaints();
        }
        return complaints;
    }

    @Override
    public void close() throws InterruptedException {
        for (Node node : nodes) {
            node.close();
        }
    }
}
