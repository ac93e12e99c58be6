package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.almbridge.support.KafkaBroker;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge killed while it reads a topic and tells another one loses nobody, doubles nobody and tells of everybody. */
@Tag("crash")
class KafkaCrashIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 2_000;
    private static final int PARTITIONS = 2;

    @TempDir
    private Path directory;

    private KafkaBroker kafka;
    private SimulatedAlm alm;

    @BeforeEach
    void startSurroundings() throws IOException {
        kafka = new KafkaBroker(Files.createDirectory(directory.resolve("kafka")), "unused");
        kafka.start();
        kafka.createTopic("people", PARTITIONS);
        kafka.createTopic("outcomes", PARTITIONS);
        alm = new SimulatedAlm("{\"lagMinMs\":100,\"lagMaxMs\":300}");
    }

    @AfterEach
    void stopSurroundings() {
        alm.close();
        kafka.stop();
    }

    @Test
    void losesAndDoublesNobody() throws Exception {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            kafka.send("people", partition, people(partition));
        }
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            awaiting().until(() -> bridge.output().contains(" from topic: 100 rows read"));
            bridge.kill();
            assertThat(committed()).as("records left to read").isLessThan(PEOPLE);
        }
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            awaiting().until(() -> alm.report("enrolments") > PEOPLE / 2);
            bridge.kill();
            assertThat(alm.report("enrolments")).as("enrolments left to make").isLessThan(PEOPLE);
        }
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties())) {
            awaiting().until(() -> alm.report("enrolments") == PEOPLE);
            awaiting().until(() -> committed() == PEOPLE + PARTITIONS);
            awaiting().until(() -> kafka.records("outcomes").size() >= PEOPLE + PARTITIONS);
            awaiting().until(() -> ids("enrolled").size() == PEOPLE);
            assertThat(bridge.terminate()).isIn(0, 143);
        }
        assertThat(alm.report("users")).isEqualTo(PEOPLE);
        assertThat(alm.report("duplicateCreates")).isZero();
        assertThat(alm.report("repeatedEnrolments")).isZero();
        assertThat(ids("enrolled")).hasSize(PEOPLE);
        assertThat(keys()).hasSize(PEOPLE);
        assertThat(ids("rejected")).as("the first record of each partition").hasSize(PARTITIONS);
    }

    /** The first record is bad; it is read again after the first kill. */
    private static byte[][] people(int partition) {
        String[] emails = IntStream.range(0, PEOPLE / PARTITIONS)
                .mapToObj(i -> "person-%d-%d@example.com".formatted(partition, i))
                .toArray(String[]::new);
        byte[][] good = KafkaBroker.people(emails);
        byte[][] all = new byte[good.length + 1][];
        all[0] = "nobody".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(good, 0, all, 1, good.length);
        return all;
    }

    private Map<String, String> properties() {
        Map<String, String> properties = alm.properties();
        properties.put("bridge.sources.topic.kind", "kafka");
        properties.put("bridge.sources.topic.brokers", kafka.address());
        properties.put("bridge.sources.topic.topic", "people");
        properties.put("bridge.sources.topic.securityProtocol", "PLAINTEXT");
        properties.put("bridge.sources.topic.maxPollRecords", "100");
        properties.put("bridge.outcomes.endpoint", "kafka:outcomes?brokers=" + kafka.address());
        return properties;
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(250));
    }

    private long committed() {
        return IntStream.range(0, PARTITIONS)
                .mapToLong(partition -> kafka.committed("alm-bridge", "people", partition))
                .sum();
    }

    private Set<String> ids(String type) {
        return outcomes().stream()
                .filter(outcome -> outcome.path("type").asText().equals(type))
                .map(outcome -> outcome.path("id").asText())
                .collect(Collectors.toSet());
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        kafka.records("outcomes").stream()
                .filter(record -> record.key() != null)
                .forEach(record -> keys.add(record.key()));
        return keys;
    }

    private List<JsonNode> outcomes() {
        return kafka.records("outcomes").stream()
                .map(record -> parsed(record.value()))
                .toList();
    }

    private static JsonNode parsed(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(document, e);
        }
    }
}
