package org.almbridge.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.almbridge.support.Management;
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

    private SimulatedAlm alm;
    private Postgres server;
    private String url;

    @BeforeEach
    void startOthers() {
        alm = new SimulatedAlm("{\"lagMinMs\":200,\"lagMaxMs\":600,\"serviceTimeMs\":5}");
        server = Postgres.start(directory.resolve("postgres"));
        url = server.newDatabase();
    }

    @AfterEach
    void stopOthers() throws IOException {
        server.close();
        alm.close();
    }

    @Test
    void workWaitsUntilTheLedgerIsBack() throws Exception {
        drop();
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            int port = bridge.port();
            Management health = new Management(bridge.managementPort());
            alm.await("the first to be enrolled", () -> alm.report("enrolments") > PEOPLE / 10, bridge);

            server.restart(() -> {
                alm.await("the outage to be noticed", () -> bridge.output().contains("cannot be reached"), bridge);
                Response refused = push(port);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("30");
                assertThat(refused.jsonPath().getString("detail")).contains("Send the request again later");
                assertThat(health.health("live").isUp()).isTrue();
                Management.Health ready = health.health("ready");
                assertThat(ready.isUp()).isFalse();
                assertThat(ready.check("ledger").at("/data/reason").asText())
                        .contains("all work waits until it can", "bridge.ledger.url");
            });
            alm.await("its end to be noticed", () -> bridge.output().contains("answers again"), bridge);
            assertThat(health.awaitReady(true).isUp()).isTrue();
            assertThat(push(port).statusCode()).isEqualTo(202);
            alm.await("the end", () -> alm.report("enrolments") == PEOPLE + 1, bridge);

            assertThat(bridge.terminate()).isEqualTo(143);
            assertThat(bridge.output().split("The ledger cannot be reached", -1))
                    .hasSize(2);
            assertTellsOfNoFault(bridge);
        }
        assertThat(alm.report("users")).isEqualTo(PEOPLE + 1);
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
    }

    @Test
    void whoWasUnderWayWhenItStoppedGoesOnWithTheNextStart() throws Exception {
        drop();
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            alm.await("the first to be enrolled", () -> alm.report("enrolments") > PEOPLE / 10, bridge);

            server.restart(() -> {
                alm.await("the outage to be noticed", () -> bridge.output().contains("cannot be reached"), bridge);
                bridge.requestStop();
                alm.await("its end", () -> !bridge.isAlive());
            });
            assertThat(bridge.awaitExit()).isEqualTo(143);
            assertTellsOfNoFault(bridge);
        }
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            alm.await("the end", () -> alm.report("enrolments") == PEOPLE, bridge);
            assertThat(bridge.terminate()).isEqualTo(143);
            assertTellsOfNoFault(bridge);
        }
        assertThat(alm.report("users")).isEqualTo(PEOPLE);
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
    }

    private static void assertTellsOfNoFault(BridgeProcess bridge) {
        assertThat(bridge.faults()).isEmpty();
        assertThat(bridge.output()).doesNotContain("@example.com");
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
        Map<String, String> properties = alm.properties();
        properties.put("bridge.ledger.url", url);
        properties.put("bridge.ledger.username", Postgres.USER);
        properties.put("bridge.ledger.lease-ms", "3000");
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.api.keys.hr.hash", HASH);
        properties.put("bridge.api.keys.hr.roles", "submit");
        return properties;
    }
}
