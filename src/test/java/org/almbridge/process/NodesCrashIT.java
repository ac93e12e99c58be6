package org.almbridge.process;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several bridges that share a ledger are killed, frozen and cut off again and again: nobody is lost, nobody is doubled. */
@Tag("crash")
class NodesCrashIT {

    private static final int PEOPLE = 5_000;
    private static final int TIMES = 3;

    @TempDir
    private Path directory;

    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("""
                {"lagMinMs": 200, "lagMaxMs": 600, "serviceTimeMs": 200,
                 "rateLimits": {"POST": {"requestsPerMinute": 12000, "burst": 100}}}""");
    }

    @AfterEach
    void stopAlm() {
        alm.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void loseAndDoubleNobodyWhateverBefallsThem(long seed) throws Exception {
        try (SharedBridges bridges = new SharedBridges(directory, alm, PEOPLE, Duration.ofSeconds(180))) {
            bridges.start();
            bridges.awaitAtWork();
            bridges.drop();
            new Mishaps(seed, PEOPLE, TIMES).befall(bridges);
            bridges.awaitEnd();
            bridges.stop();
            bridges.assertNobodyIsLostOrDoubled();
            bridges.assertLedgerAgrees();
        }
    }
}
