package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.KafkaBroker;
import org.almbridge.support.KafkaBrokerResource;
import org.almbridge.support.Operator;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Rejects;
import org.almbridge.support.Simulator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "quarkus.log.file.enabled", value = "true"),
            @ResourceArg(name = "bridge.enrolments.default.lo-id", value = KafkaSourceTest.LO),
            @ResourceArg(name = "bridge.alm.course-cache-ms", value = "1"),
            @ResourceArg(name = "bridge.alm.missing-course-cache-ms", value = "1")
        })
@WithTestResource(KafkaBrokerResource.class)
class KafkaSourceTest {

    static final String LO = "learningProgram:9";

    private static final byte[] TOMBSTONE = null;

    Simulator alm;
    Outputs outputs;
    Rejects rejects;
    KafkaBroker kafka;

    @BeforeEach
    void giveTheRuleAnInstance() {
        alm.settings("{\"learningObjects\": {\"" + LO + "\": [\"" + LO + "_1\"]}}");
    }

    @AfterEach
    void restoreSettings() {
        alm.settings("{\"learningObjectStatus\": null, \"learningObjects\": {\"" + LO + "\": null}}");
    }

    @Test
    void readsNothingWhileItIsPausedAndGoesOn() {
        for (int time = 1; time <= 2; time++) {
            String before = "topic-before-" + time + "@example.com";
            kafka.send("people", 0, KafkaBroker.people(before));
            alm.awaitEnrolled(before);

            Operator.post("/api/sources/people/pause", "{\"reason\": \"a look at it\"}")
                    .statusCode(200);
            List<String> paused = sendUntilNobodyReads("topic-paused-" + time + "-");

            Operator.post("/api/sources/people/resume", null).statusCode(200);
            paused.forEach(alm::awaitEnrolled);
            assertThat(paused)
                    .allSatisfy(email -> assertThat(alm.creates(email)).hasSize(1));
        }
    }

    /** The poll that is under way when the pause begins still brings what comes during it. */
    private List<String> sendUntilNobodyReads(String name) {
        List<String> sent = new ArrayList<>();
        Patience.awaiting("a record that nobody reads").until(() -> {
            String email = name + sent.size() + "@example.com";
            sent.add(email);
            kafka.send("people", 0, KafkaBroker.people(email));
            PausedSource.pass(alm, name + sent.size());
            return alm.calls(email).isEmpty();
        });
        return sent;
    }

    @Test
    void enrolsThePeopleOfEveryPartition() {
        List<String> first = emails("first", 3);
        List<String> second = emails("second", 3);
        long end = kafka.send("people", 0, people(first)) + first.size();
        kafka.send("people", 1, people(second));

        first.forEach(alm::awaitEnrolled);
        second.forEach(alm::awaitEnrolled);
        Patience.awaiting("the commit").until(() -> kafka.committed("people", "people", 0) >= end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "lz4"})
    void readsRecordsThatTheirSenderCompressed(String codec) {
        readsCompressedBy(codec);
    }

    /** Their libraries are loaded by class initialisers, which the builder of an executable runs itself. */
    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd"})
    @DisabledOnIntegrationTest(forArtifactTypes = DisabledOnIntegrationTest.ArtifactType.NATIVE_BINARY)
    void readsRecordsThatTheirSenderCompressedByALibrary(String codec) {
        readsCompressedBy(codec);
    }

    private void readsCompressedBy(String codec) {
        List<String> emails = emails(codec, 3);
        kafka.send("people", 0, codec, people(emails));

        emails.forEach(alm::awaitEnrolled);
    }

    @Test
    void logsIn() {
        kafka.send("by-password", 0, KafkaBroker.people("by-password@example.com"));

        alm.awaitEnrolled("by-password@example.com");
    }

    @Test
    void rejectsBadRecordsAloneAndTellsWhereTheyAre() throws IOException {
        byte[] large = new byte[5_000_000];
        Arrays.fill(large, (byte) ' ');
        List<byte[]> bad = new ArrayList<>(List.of(
                bytes("no JSON, secretive@example.com"),
                bytes("[{\"email\":\"secretive@example.com\"}]"),
                bytes("{\"email\":\"secretive@example.com\",\"name\":\"\0\"}"),
                bytes("{\"email\":\"secretive@example.com\",\"name\":\"A\"}{}"),
                bytes("{\"email\":\"secretive@example.com\"}"),
                bytes(""),
                "{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1),
                large));
        bad.add(TOMBSTONE);
        List<byte[]> all = new ArrayList<>(List.of(people(List.of("before-bad@example.com"))));
        all.addAll(bad);
        all.addAll(List.of(people(List.of("after-bad@example.com"))));
        long first = kafka.send("bad", 0, all.toArray(byte[][]::new));

        alm.awaitEnrolled("before-bad@example.com");
        alm.awaitEnrolled("after-bad@example.com");
        Patience.awaiting("the reports of all bad records")
                .until(() -> rejectedOffsets(), offsets -> offsets.size() >= bad.size());
        assertThat(rejectedOffsets())
                .containsExactlyElementsOf(LongStream.rangeClosed(first + 1, first + bad.size())
                        .boxed()
                        .toList());
        assertThat(String.join("\n", rejected())).doesNotContain("secretive");
        assertThat(alm.calls("secretive@example.com")).isEmpty();
    }

    private List<Long> rejectedOffsets() throws IOException {
        return rejected().stream()
                .map(line -> line.split("[@,]"))
                .map(cells -> Long.parseLong(cells[2]) + Long.parseLong(cells[3]))
                .sorted()
                .toList();
    }

    /** Lines as {@code bad,bad-0@1200,7,"the record ..."}. */
    private List<String> rejected() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path report : rejects.of("bad-0_")) {
            lines.addAll(Files.readAllLines(report));
        }
        return lines.stream().filter(line -> line.startsWith("bad,bad-0@")).toList();
    }

    @Test
    void bringsRecordsAgainThatCouldNotBeTakenIn() throws IOException {
        alm.settings("{\"learningObjectStatus\": 503}");
        List<String> first = emails("waits", 3);
        kafka.send("waits", 0, people(first));
        awaitLine("source waits: records are not taken in and come again: Nobody is accepted for now");
        kafka.send("waits", 0, KafkaBroker.people("waits-behind@example.com"));
        long asked = reads();
        Patience.awaiting("several tries with what came later").until(() -> reads() > asked + 12);
        assertThat(kafka.committed("waits", "waits", 0)).isZero();
        assertThat(alm.users("waits-behind@example.com")).isEmpty();

        alm.settings("{\"learningObjectStatus\": null}");

        first.forEach(alm::awaitEnrolled);
        alm.awaitEnrolled("waits-behind@example.com");
        Patience.awaiting("the commit").until(() -> kafka.committed("waits", "waits", 0) == 4);
        awaitLine("source waits: records are taken in again after");
        first.forEach(email -> assertThat(alm.creates(email)).hasSize(1));
        assertThat(lines("source waits: records are not taken in")).hasSize(1);
    }

    private long reads() {
        return alm.report().callsByKind().get("readLearningObject");
    }

    @Test
    void goesOnWhenTheBrokerComesBack() throws IOException {
        String away = "source returns: nothing is read, " + kafka.address() + " does not answer";
        kafka.send("returns", 0, KafkaBroker.people("before-the-stop@example.com"));
        alm.awaitEnrolled("before-the-stop@example.com");
        kafka.stop();
        try {
            awaitLine(away);
        } finally {
            kafka.start();
        }
        kafka.send("returns", 0, KafkaBroker.people("after-the-stop@example.com"));

        alm.awaitEnrolled("after-the-stop@example.com");
        awaitLine("source returns: " + kafka.address() + " answers again after");
        assertThat(lines(away)).as("one line and not one a look").hasSize(1);
        assertThat(lines("[NetworkClient]")).isEmpty();
        assertThat(lines("[KafkaFetchRecords]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent | localhost:1 does not answer: check brokers",
                "unknown-host | kafka.invalid:9092 fails (No resolvable bootstrap urls given in bootstrap.servers)",
                "refused | refuses the login (Authentication failed: Invalid username or password): check username",
            })
    void saysOnceWhatKeepsItFromReading(String source, String reason) throws IOException {
        awaitLine("source " + source + ": nothing is read, ");

        assertThat(lines("source " + source + ": nothing is read, "))
                .singleElement()
                .asString()
                .contains("WARN", reason);
        assertThat(outputs.log())
                .doesNotContain(KafkaBrokerResource.PASSWORD)
                .doesNotContain(URLEncoder.encode(KafkaBrokerResource.PASSWORD, StandardCharsets.UTF_8));
    }

    @Test
    void tellsATopicWhatBecameOfThePeople() {
        List<String> emails = emails("told", 3);
        long first = kafka.send("people", 0, bytes("{}"));
        kafka.send("people", 1, people(emails));

        Patience.awaiting("the outcomes of " + emails)
                .until(() -> outcomes("enrolled").keySet(), keys -> keys.containsAll(emails));
        assertThat(outcomes("enrolled").get(emails.get(0)))
                .as("one for each enrolment, in one partition")
                .hasSize(2)
                .allSatisfy(record -> {
                    JsonPath outcome = JsonPath.from(record.value());
                    assertThat(outcome.getString("learner.email")).isEqualTo(emails.get(0));
                    assertThat(outcome.getString("learner.almUserId")).isNotEmpty();
                    assertThat(outcome.getString("source")).isEqualTo("people");
                    assertThat(outcome.getString("input")).startsWith("people-1@");
                })
                .extracting(record -> JsonPath.from(record.value()).getString("loInstanceId"))
                .containsExactlyInAnyOrder(LO + "_1", Simulator.INSTANCE);
        Patience.awaiting("the outcome of the bad record")
                .until(() -> outcomes("rejected").values().stream()
                        .flatMap(List::stream)
                        .map(record -> JsonPath.from(record.value()))
                        .anyMatch(outcome -> offset(outcome) == first
                                && outcome.getList("reasons").size() == 2));
    }

    private static long offset(JsonPath outcome) {
        return Long.parseLong(outcome.getString("input").replaceFirst(".*@", "")) + outcome.getLong("row");
    }

    /** By their keys; those without one under "null". */
    private Map<String, List<ConsumerRecord<String, String>>> outcomes(String type) {
        return kafka.records("outcomes").stream()
                .filter(record ->
                        JsonPath.from(record.value()).getString("type").equals(type))
                .collect(Collectors.groupingBy(record -> String.valueOf(record.key())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[][] people(List<String> emails) {
        return KafkaBroker.people(emails.toArray(String[]::new));
    }

    private static List<String> emails(String name, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> name + "-" + i + "@example.com")
                .toList();
    }

    private void awaitLine(String text) {
        Patience.awaiting("'" + text + "' in the log").until(() -> !lines(text).isEmpty());
    }

    private List<String> lines(String text) throws IOException {
        return outputs.log().lines().filter(line -> line.contains(text)).toList();
    }
}
