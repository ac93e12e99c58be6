package org.almbridge.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the ledger goes away and comes back: work waits meanwhile, callers are told, and nobody is lost. */
class LedgerAwayIT {

    private static final String KEY = "key-of-the-crash-test-5d1f0a";
    private static final String HASH = "sha256:d1423cba342fb6207e9f93b2e00caf3abe1c8d95773ab35503f2a8a219be13bc";
    private static final int PEOPLE = 500;

    @TempDir
    private Path directory;

    private Vertx vertx;
    private AlmSimulator alm;
    private int almPort;
    private Postgres server;
    private String url;

    @BeforeEach
    void startOthers() {
        vertx = Vertx.vertx();
        alm = new AlmSimulator(
                vertx, SimulatorSettings.fromJson("{\"lagMinMs\":200,\"lagMaxMs\":600,\"serviceTimeMs\":5}"));
        almPort = alm.start(0);
        server = Postgres.start(directory.resolve("postgres"));
        url = server.newDatabase();
    }

    @AfterEach
    void stopOthers() throws IOException {
        server.close();
        alm.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void workWaitsUntilTheLedgerIsBack() throws Exception {
        drop();
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            int port = bridge.port();
            await().atMost(Duration.ofSeconds(60)).until(() -> report("enrolments") > PEOPLE / 10);

            server.restart(() -> {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> bridge.output().contains("cannot be reached"));
                Response refused = push(port);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("30");
                assertThat(refused.jsonPath().getString("detail")).contains("Send the request again later");
            });
            await().atMost(Duration.ofSeconds(60)).until(() -> bridge.output().contains("answers again"));
            assertThat(push(port).statusCode()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(90)).until(() -> report("enrolments") == PEOPLE + 1);

            assertThat(bridge.terminate()).isEqualTo(143);
            assertThat(bridge.output().split("The ledger cannot be reached", -1))
                    .hasSize(2);
            assertThat(bridge.output())
                    .doesNotContain("\tat ")
                    .doesNotContain("@example.com")
                    .doesNotContain(" ERROR ");
        }
        assertThat(report("users")).isEqualTo(PEOPLE + 1);
        assertThat(report("duplicateCreates")).isZero();
        assertThat(report("repeatedEnrolments")).isZero();
    }

    @Test
    void aStartWithoutItsLedgerEndsWithOneMessage() throws Exception {
        server.close();

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            assertThat(bridge.awaitExit()).isEqualTo(1);
            assertThat(bridge.output()).contains("bridge.ledger.url: the ledger cannot be opened");
            assertThat(bridge.output()).doesNotContain("\tat ");
        }
    }

    private void drop() throws IOException {
        StringBuilder csv = new StringBuilder("name,email\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("Person %d,person%d@example.com\n".formatted(i, i));
        }
        Files.writeString(Files.createDirectories(directory.resolve("inbox")).resolve("people.csv"), csv);
    }

    private static Response push(int port) {
        return given().port(port)
                .header("Authorization", "Bearer " + KEY)
                .contentType("application/json")
                .body("{\"name\": \"Late\", \"email\": \"late@example.com\"}")
                .post("/api/users");
    }

    private Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("bridge.alm.base-url", "http://localhost:" + almPort),
                Map.entry("bridge.alm.access-token", "simulator-token"),
                Map.entry("bridge.ledger.url", url),
                Map.entry("bridge.ledger.username", Postgres.USER),
                Map.entry("bridge.ledger.lease-ms", "3000"),
                Map.entry("bridge.enrolments.welcome.lo-id", "course:1171899"),
                Map.entry("bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352"),
                Map.entry("bridge.sources.drop.kind", "file"),
                Map.entry("bridge.sources.drop.directory", "inbox"),
                Map.entry("bridge.sources.drop.quietMs", "1"),
                Map.entry("bridge.api.keys.hr.hash", HASH),
                Map.entry("bridge.api.keys.hr.roles", "submit"));
    }

    private long report(String member) {
        return given().port(almPort).get("/simulator/report").jsonPath().getLong(member);
    }
}
