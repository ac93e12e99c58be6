package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.almbridge.support.Inbox;
import org.almbridge.support.SftpHost;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge killed at the worst moments of a file on a server loses nobody and no file, and doubles neither. */
@Tag("crash")
class SftpCrashIT {

    private static final String PASSWORD = "secret-of-hr";
    private static final List<String> FILES = List.of("a.csv", "b.csv", "c.csv");
    private static final int PEOPLE_A_FILE = 800;

    /** Makes the second file long without more people. */
    private static final int REPEATS = 60;

    @TempDir
    private Path directory;

    private SftpHost server;
    private Inbox folder;
    private SimulatedAlm alm;

    @BeforeEach
    void startSurroundings() throws IOException {
        server = new SftpHost(Files.createDirectory(directory.resolve("server")), PASSWORD);
        server.start();
        folder = server.folder("people");
        Files.writeString(directory.resolve("known_hosts"), server.knownHost());
        alm = new SimulatedAlm("{\"lagMinMs\":100,\"lagMaxMs\":300}");
    }

    @AfterEach
    void stopSurroundings() {
        alm.close();
        server.stop();
    }

    @Test
    void losesAndDoublesNobodyAndNoFile() throws Exception {
        for (String file : FILES) {
            folder.drop(file, Inbox.people(people(file)));
        }
        killWhileOneIsDownloaded();
        killWhileRowsAreRead();
        killBeforeOneIsShelved();
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            FILES.forEach(file -> awaiting().until(() -> !folder.holds(file)));
            awaiting().until(() -> alm.report("enrolments") == everybody());
            assertThat(bridge.terminate()).isIn(0, 143);
        }
        assertThat(alm.report("users")).isEqualTo(everybody());
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
        for (String file : FILES) {
            assertThat(folder.shelvedContents(".done", file)).containsExactly(Inbox.people(people(file)));
        }
        assertThat(folder.folder().resolve(".failed")).doesNotExist();
        try (Stream<Path> downloads = Files.walk(directory.resolve("data/sftp"))) {
            assertThat(downloads.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private void killWhileOneIsDownloaded() throws Exception {
        try (BridgeProcess bridge = killAt("read b.csv")) {
            assertThat(directory.resolve("data/sftp/people/b.csv.inprogress")).exists();
            assertThat(bridge.output()).doesNotContain("b.csv from people:");
        }
    }

    private void killWhileRowsAreRead() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            awaiting().until(() -> alm.report("users") > PEOPLE_A_FILE);
            bridge.kill();
            assertThat(directory.resolve("data/sftp/people/b.csv")).exists();
            assertThat(bridge.output()).doesNotContain("b.csv from people:");
        }
    }

    private void killBeforeOneIsShelved() throws Exception {
        try (BridgeProcess bridge = killAt("move c.csv")) {
            assertThat(bridge.output()).contains("c.csv from people: " + PEOPLE_A_FILE + " rows read");
            assertThat(folder.holds("c.csv")).isTrue();
        }
    }

    /** The server waits with what the bridge asks for until the bridge is no more. */
    private BridgeProcess killAt(String action) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        server.guard(asking -> {
            if (asking.equals(action)) {
                asked.countDown();
                awaiting().until(() -> killed.getCount() == 0);
                throw new IllegalStateException("nobody asks any more");
            }
        });
        BridgeProcess bridge = BridgeProcess.start(directory, properties());
        awaiting().until(() -> asked.getCount() == 0);
        bridge.kill();
        server.guard(asking -> {});
        killed.countDown();
        return bridge;
    }

    private static String[] people(String file) {
        int repeats = file.equals("b.csv") ? REPEATS : 1;
        return IntStream.range(0, PEOPLE_A_FILE * repeats)
                .mapToObj(i -> "%d-%s@example.com".formatted(i % PEOPLE_A_FILE, file.replace(".csv", "")))
                .toArray(String[]::new);
    }

    private static int everybody() {
        return FILES.size() * PEOPLE_A_FILE;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.sources.people.kind", "sftp");
        properties.put("bridge.sources.people.host", "127.0.0.1");
        properties.put("bridge.sources.people.port", Integer.toString(server.port()));
        properties.put("bridge.sources.people.username", "hr");
        properties.put("bridge.sources.people.password", PASSWORD);
        properties.put("bridge.sources.people.knownHostsFile", "known_hosts");
        properties.put("bridge.sources.people.directory", "people");
        properties.put("bridge.sources.people.pollIntervalMs", "200");
        properties.put("bridge.sources.people.quietMs", "200");
        return properties;
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(20));
    }
}
