package org.almbridge.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to stop does so, however many wait for ALM's permission to be called. */
class StopIT {

    private static final int PEOPLE = 3_000;
    private static final int SIGTERM = 143;

    @TempDir
    private Path directory;

    private Vertx vertx;
    private AlmSimulator alm;
    private int port;

    @BeforeEach
    void startAlm() {
        vertx = Vertx.vertx();
        alm = new AlmSimulator(vertx, SimulatorSettings.fromJson("{\"lagMinMs\":0,\"lagMaxMs\":1}"));
        port = alm.start(0);
    }

    @AfterEach
    void stopAlm() {
        alm.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void letsNobodyWaitAtTheGateWhenItStops() throws Exception {
        // longer than anybody would wait for the process to end
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties("120000"))) {
            people("first.csv", 1);
            await().atMost(Duration.ofSeconds(60)).until(() -> report("enrolments") == 1);
            // so slow that everybody has come to the gate before ALM has told its limit
            settings("{\"serviceTimeMs\":2000,\"rateLimits\":{\"POST\":{\"requestsPerMinute\":30,\"burst\":0}}}");
            people("many.csv", PEOPLE);
            await().atMost(Duration.ofSeconds(60)).until(() -> report("users") > 1);

            assertThat(bridge.terminate()).isEqualTo(SIGTERM);
            assertThat(bridge.output())
                    .contains("alm-bridge stopped in")
                    .doesNotContain("ERROR")
                    .doesNotContain("Exception");
        }
        settings("{\"serviceTimeMs\":0,\"rateLimits\":{\"POST\":null}}");
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties("15000"))) {
            await().atMost(Duration.ofSeconds(90)).until(() -> report("enrolments") == PEOPLE + 1);
        }
    }

    private void settings(String patch) {
        given().port(port)
                .contentType("application/json")
                .body(patch)
                .put("/simulator/settings")
                .then()
                .statusCode(200);
    }

    private long report(String member) {
        return given().port(port).get("/simulator/report").jsonPath().getLong(member);
    }

    private void people(String name, int count) throws IOException {
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < count; i++) {
            csv.append("Person %d,%s%d@example.com\n".formatted(i, name.charAt(0), i));
        }
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(inbox.resolve("." + name), csv);
        Files.move(inbox.resolve("." + name), inbox.resolve(name));
    }

    private Map<String, String> properties(String shutdownMs) {
        Map<String, String> properties = new HashMap<>();
        properties.put("bridge.alm.base-url", "http://localhost:" + port);
        properties.put("bridge.alm.access-token", "simulator-token");
        properties.put("bridge.enrolments.welcome.lo-id", "course:1171899");
        properties.put("bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352");
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.shutdown.timeout-ms", shutdownMs);
        return properties;
    }
}
