package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing a newcomer sees. */
class DemoIT {

    @TempDir
    private Path directory;

    @Test
    void provisionsTheSampleAndTakesMoreFiles() throws Exception {
        int simulator = freePort();
        Map<String, String> demo =
                Map.of("quarkus.profile", "demo", "bridge.simulator.port", String.valueOf(simulator));
        try (BridgeProcess bridge = BridgeProcess.start(directory, demo)) {
            awaitOutput(bridge, "All done.");
            assertOpenToThisMachineAlone(bridge, simulator);
            assertThat(bridge.output())
                    .contains(
                            "new-hires.csv from inbox: 200 rows read: 197 learners to provision, 1 known before, 2 rejected")
                    .containsPattern("enrolled +196 people")
                    .containsPattern("escalated +1 people")
                    .containsPattern("rejected +2 rows")
                    .containsPattern("repeated +1 rows")
                    .contains("197 users, 197 enrolments, 0 duplicate creates, 0 repeated enrolments");
            assertThat(files("demo/escalations")).isEqualTo(1);
            assertThat(files("demo/rejected")).isEqualTo(1);
            assertThat(bridge.output()).contains(": REJECTED").doesNotContain(": INDEXING_LAG");

            drop("name,email\nAnn Example,ann@example.com\n");

            awaitOutput(bridge, "198 users, 198 enrolments");
            assertThat(bridge.terminate()).isEqualTo(143);
            assertThat(bridge.output()).doesNotContain("cannot show its progress");
        }
    }

    @Test
    void tellsOfARuleWhoseCourseAlmDoesNotHaveAndGoesOn() throws Exception {
        Map<String, String> demo = Map.of(
                "quarkus.profile",
                "demo",
                "bridge.simulator.port",
                String.valueOf(freePort()),
                "bridge.enrolments.typo.lo-id",
                "course:404");
        try (BridgeProcess bridge = BridgeProcess.start(directory, demo)) {
            awaitOutput(bridge, "bridge.enrolments.typo.lo-id: ALM has no learning object course:404. Correct the key");

            bridge.port();
            assertThat(bridge.isAlive()).isTrue();
        }
    }

    /** The demo takes whoever asks: its simulator knows no password. */
    private static void assertOpenToThisMachineAlone(BridgeProcess bridge, int simulator) throws IOException {
        if (OpenPorts.areToldOf(bridge.pid())) {
            assertThat(OpenPorts.of(bridge.pid()))
                    .allMatch(port -> port.getAddress().isLoopbackAddress())
                    .extracting(InetSocketAddress::getPort)
                    .contains(simulator, bridge.port(), bridge.managementPort());
        }
    }

    private static void awaitOutput(BridgeProcess bridge, String text) {
        await().atMost(Duration.ofSeconds(90)).until(() -> bridge.output().contains(text) || !bridge.isAlive());
        assertThat(bridge.output()).contains(text);
    }

    private void drop(String csv) throws IOException {
        Path hidden = directory.resolve("demo/inbox/.more.csv");
        Files.writeString(hidden, csv);
        Files.move(hidden, directory.resolve("demo/inbox/more.csv"));
    }

    private long files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.count();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
