package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
    void letsNobodyWaitAtTheGateWhenItStops() throws Exception {
        // longer than anybody would wait for the process to end
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties("120000"))) {
            people("first.csv", 1);
            alm.await("the first enrolment", () -> alm.report("enrolments") == 1, bridge);
            // so slow that everybody has come to the gate before ALM has told its limit
            alm.settings("{\"serviceTimeMs\":2000,\"rateLimits\":{\"POST\":{\"requestsPerMinute\":30,\"burst\":0}}}");
            people("many.csv", PEOPLE);
            alm.await("another user", () -> alm.report("users") > 1, bridge);

            assertThat(bridge.terminate()).isEqualTo(SIGTERM);
            assertThat(bridge.output())
                    .contains("alm-bridge stopped in")
                    .doesNotContain("ERROR")
                    .doesNotContain("Exception");
        }
        alm.settings("{\"serviceTimeMs\":0,\"rateLimits\":{\"POST\":null}}");
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties("15000"))) {
            alm.await("everybody", () -> alm.report("enrolments") == PEOPLE + 1, bridge);
        }
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
        Map<String, String> properties = alm.properties();
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.shutdown.timeout-ms", shutdownMs);
        return properties;
    }
}
