package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.almbridge.support.Postgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several bridges share one ledger, and each other's misfortunes. */
class NodesIT {

    private static final int PEOPLE = 400;

    @TempDir
    private Path directory;

    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("""
                {"lagMinMs": 200, "lagMaxMs": 600, "serviceTimeMs": 100,
                 "rateLimits": {"POST": {"requestsPerMinute": 12000, "burst": 100}}}""");
    }

    @AfterEach
    void stopAlm() {
        alm.close();
    }

    @Test
    void loseAndDoubleNobodyWhateverBefallsThem() throws Exception {
        try (SharedBridges bridges = new SharedBridges(directory, alm, PEOPLE, Duration.ofSeconds(60))) {
            bridges.start();
            bridges.awaitAtWork();
            bridges.drop();
            new Mishaps(1, PEOPLE, 1).befall(bridges);
            bridges.awaitEnd();
            bridges.stop();
            bridges.assertNobodyIsLostOrDoubled();
            bridges.assertLedgerAgrees();
        }
    }

    @Test
    void canBeStartedTogetherOnAnEmptyDatabase() throws Exception {
        try (SharedBridges bridges = new SharedBridges(directory, alm, PEOPLE, Duration.ofSeconds(60))) {
            bridges.start();
            bridges.awaitAtWork();

            bridges.stop();
            assertThat(bridges.count("SELECT count(*) - count(DISTINCT version) FROM flyway_schema_history"))
                    .as("migrations made more than once")
                    .isZero();
            assertThat(bridges.count("SELECT count(*) FROM flyway_schema_history WHERE NOT success"))
                    .as("migrations that failed")
                    .isZero();
            assertThat(bridges.count("SELECT count(*) FROM node")).isZero();
        }
    }

    @Test
    void sayWhatToCheckWhenTheDatabaseIsAway() throws Exception {
        Map<String, String> properties = new HashMap<>(alm.properties());
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.ledger.url", "jdbc:postgresql://localhost:1/bridge");
        properties.put("bridge.ledger.username", Postgres.USER);

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            assertThat(bridge.awaitExit()).isEqualTo(1);
            assertThat(bridge.output())
                    .containsOnlyOnce("bridge.ledger.url: the ledger cannot be opened")
                    .doesNotContain("\tat ");
        }
    }
}
