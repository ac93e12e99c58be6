package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large push that the process did not live to answer comes again under its key, and everybody is there once. */
@Tag("crash")
class PushCrashIT {

    private static final String KEY = "key-of-the-crash-test-5d1f0a";
    private static final String HASH = "sha256:d1423cba342fb6207e9f93b2e00caf3abe1c8d95773ab35503f2a8a219be13bc";
    private static final int PEOPLE = 30_000;
    private static final int FIRST = 100;

    @TempDir
    private Path directory;

    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("{\"lagMinMs\":0,\"lagMaxMs\":1}");
    }

    @AfterEach
    void stopAlm() {
        alm.close();
    }

    @Test
    void takesEverybodyInOnce() throws Exception {
        CompletableFuture<HttpResponse<String>> lost;
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            lost = push(bridge.port());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> alm.report("users") > 0);
            bridge.kill();
        }
        assertThatThrownBy(lost::join).as("the push had not been answered").isNotNull();
        assertThat(uploads()).isEqualTo(1);

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            HttpResponse<String> answer = push(bridge.port()).join();
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body())
                    .contains("\"rowsRead\":" + PEOPLE, "\"learners\":" + PEOPLE, "\"known\":0", "\"rejected\":0");
            assertThat(push(bridge.port()).join().headers().firstValue("Location"))
                    .isEqualTo(answer.headers().firstValue("Location"));
            await().atMost(Duration.ofSeconds(90)).until(() -> alm.report("enrolments") > FIRST);
            assertThat(bridge.output()).doesNotContain(KEY).doesNotContain("@example.com");
        }
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
        assertThat(uploads()).isZero();
    }

    /** A stop is no crash: who is being answered is answered, and nobody new is let in. */
    @Test
    void answersWhatIsUnderWayWhenItIsToldToStop() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            CompletableFuture<HttpResponse<String>> answer = push(bridge.port());
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> alm.report("users") > 0);
            assertThat(answer).isNotDone();

            assertThat(bridge.terminate()).isEqualTo(143);
            assertThat(answer.join().statusCode()).isEqualTo(202);
            assertThat(bridge.output()).doesNotContain("ERROR").doesNotContain("Exception");
        }
    }

    private static CompletableFuture<HttpResponse<String>> push(int port) {
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("Person ").append(i).append(",push").append(i).append("@example.com\n");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/batches"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "everybody")
                .POST(BodyPublishers.ofString(csv.toString()))
                .build();
        return HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
    }

    private long uploads() throws Exception {
        Path folder = directory.resolve("data/uploads");
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private Map<String, String> properties() {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.api.keys.hr.hash", HASH);
        properties.put("bridge.api.keys.hr.roles", "submit");
        properties.put("bridge.dispatch.max-in-flight", "20");
        // longer than a push takes on any machine
        properties.put("bridge.shutdown.timeout-ms", "120000");
        return properties;
    }
}
