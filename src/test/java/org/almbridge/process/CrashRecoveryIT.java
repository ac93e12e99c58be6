package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process killed at any moment and started again finishes the rest: nobody is lost, nobody is doubled. */
class CrashRecoveryIT {

    private static final int PEOPLE = 300;
    private static final int KILLS = 3;

    @TempDir
    private Path directory;

    private SimulatedAlm alm;

    @BeforeEach
    void startAlm() {
        alm = new SimulatedAlm("{\"lagMinMs\":200,\"lagMaxMs\":600,\"serviceTimeMs\":5}");
    }

    @AfterEach
    void stopAlm() {
        alm.close();
    }

    @Test
    void finishesWhatAKilledProcessLeftBehind() throws Exception {
        finishesWhatAKilledProcessLeftBehind(1);
    }

    @Tag("crash")
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3, 4})
    void finishesWhatAKilledProcessLeftBehind(long seed) throws Exception {
        Random random = new Random(seed);
        drop();
        for (int kill = 0; kill < KILLS; kill++) {
            long calls = calls() + random.nextInt(PEOPLE);
            try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
                alm.await("%d calls".formatted(calls), () -> calls() >= calls || isDone(), bridge);
            }
        }
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            alm.await("the end", this::isDone, bridge);
        }
        assertThat(alm.report("users")).isEqualTo(PEOPLE);
        assertThat(alm.report("enrolments")).isEqualTo(PEOPLE);
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
        assertThat(files("rejected")).isEqualTo(1);
        assertThat(files("inbox/.done")).isEqualTo(1);
    }

    /** Everybody is in the welcome course; one row is bad, and one asks for a course too that does not exist. */
    private void drop() throws IOException {
        StringBuilder csv = new StringBuilder("name,email,loId,loInstanceId\nNobody,,,\n");
        for (int i = 1; i < PEOPLE; i++) {
            csv.append("Person %d,person%d@example.com,,\n".formatted(i, i));
        }
        csv.append("Person 0,person0@example.com,course:404,course:404_1\n");
        Path inbox = Files.createDirectories(directory.resolve("inbox"));
        Files.writeString(inbox.resolve("people.csv"), csv);
    }

    private boolean isDone() throws IOException {
        return alm.report("enrolments") == PEOPLE && files("escalations") == 1 && files("inbox/.done") == 1;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
        properties.put("bridge.retry.initial-delay-ms", "500");
        return properties;
    }

    private long calls() {
        return alm.report("callsByKind.createUser") + alm.report("callsByKind.enrolUser");
    }

    private long files(String folder) throws IOException {
        Path path = directory.resolve(folder);
        if (!Files.exists(path)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
