package org.almbridge.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;
import org.almbridge.support.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees who plans a file without an API. */
class PlanFileIT {

    private static final String PEOPLE = """
            email,name,shoeSize
            ann@example.com,Ann Example,38
            bob@example.com,Bob Example,44
            no-address,Cid Example,42
            """;

    @TempDir
    private Path directory;

    private final Map<String, String> bridge = new HashMap<>();
    private final Map<String, String> plan = new HashMap<>();
    private Vertx vertx;
    private AlmSimulator alm;
    private int port;

    @BeforeEach
    void startAlm() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        vertx = Vertx.vertx();
        alm = new AlmSimulator(vertx, SimulatorSettings.fromJson("{\"lagMinMs\": 0, \"lagMaxMs\": 0}"));
        port = alm.start(0);
        bridge.put("bridge.alm.base-url", "http://localhost:" + port);
        bridge.put("bridge.alm.access-token", "simulator-token");
        bridge.put("bridge.enrolments.welcome.lo-id", "course:1171899");
        bridge.put("bridge.sources.drop.kind", "file");
        bridge.put("bridge.sources.drop.directory", "inbox");
        bridge.put("bridge.sources.drop.quietMs", "1");
        plan.putAll(bridge);
        plan.put("quarkus.profile", "plan");
        plan.put("java.io.tmpdir", temporary.toString());
        plan.put("bridge.plan.file", "people.csv");
        plan.put("bridge.plan.report", "plan.json");
        Files.writeString(directory.resolve("people.csv"), PEOPLE);
    }

    @AfterEach
    void stopAlm() {
        alm.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void plansForALedgerThatIsNotThereYet() throws Exception {
        Path waiting = Files.createDirectories(directory.resolve("inbox")).resolve("waiting.csv");
        Files.writeString(waiting, PEOPLE);

        assertThat(planned(0))
                .containsPattern("rows read +3\\R")
                .containsPattern("to create +2\\R")
                .containsPattern("calls at least +4 POST, 0 GET\\R")
                .containsPattern("rejected: row 4: email must have exactly one @")
                .containsPattern("columns not understood +shoeSize")
                .doesNotContain("bob@example.com", "Bob Example");
        assertThat(report().at("/create").asInt()).isEqualTo(2);

        assertThat(told("callsByKind.createUser")).isZero();
        assertThat(waiting).exists();
        assertThat(directory.resolve("data")).doesNotExist();
        try (Stream<Path> left = Files.list(directory.resolve("tmp"))) {
            assertThat(left.filter(path -> path.getFileName().toString().contains("alm-bridge")))
                    .isEmpty();
        }
    }

    @Test
    void goesByTheLedgerOfABridgeThatIsAtWork() throws Exception {
        try (BridgeProcess atWork = BridgeProcess.start(directory, bridge)) {
            atWork.port();
            Files.copy(directory.resolve("people.csv"), directory.resolve("inbox/earlier.csv"));
            Patience.awaiting("both enrolments").until(() -> told("enrolments") == 2);
            Patience.awaiting("their end in the ledger")
                    .until(() -> atWork.output()
                                    .lines()
                                    .filter(line -> line.contains("enrolled"))
                                    .count()
                            >= 2);

            planned(0);

            assertThat(report().at("/nothingToDo").asInt()).isEqualTo(2);
            assertThat(report().at("/callsAtLeast/post").asInt()).isZero();
            assertThat(atWork.isAlive()).isTrue();
        }
    }

    @Test
    void readsTheLedgerOfABridgeThatHasEnded() throws Exception {
        try (BridgeProcess ended = BridgeProcess.start(directory, bridge)) {
            ended.port();
            Files.copy(directory.resolve("people.csv"), directory.resolve("inbox/earlier.csv"));
            Patience.awaiting("both enrolments").until(() -> told("enrolments") == 2);
            Patience.awaiting("their end in the ledger")
                    .until(() -> ended.output()
                                    .lines()
                                    .filter(line -> line.contains("enrolled"))
                                    .count()
                            >= 2);
            ended.terminate();
        }
        byte[] ledger = Files.readAllBytes(directory.resolve("data/ledger.db"));

        planned(0);

        assertThat(report().at("/nothingToDo").asInt()).isEqualTo(2);
        assertThat(Files.readAllBytes(directory.resolve("data/ledger.db"))).isEqualTo(ledger);
    }

    @Test
    void readsAsTheSourceWould() throws Exception {
        plan.put("bridge.sources.other.kind", "file");
        plan.put("bridge.sources.other.directory", "other");
        plan.put("bridge.sources.other.delimiter", ";");
        plan.put("bridge.plan.source", "other");
        Files.writeString(directory.resolve("people.csv"), PEOPLE.replace(',', ';'));

        planned(0);

        assertThat(report().at("/create").asInt()).isEqualTo(2);
    }

    @Test
    void saysThatTheSourceIsNotTold() throws Exception {
        plan.put("bridge.sources.other.kind", "file");
        plan.put("bridge.sources.other.directory", "other");

        assertThat(planned(1)).contains("bridge.plan.source is not set").contains("one of drop, other");
    }

    @Test
    void saysThatThereIsNoFile() throws Exception {
        plan.put("bridge.plan.file", "nowhere.csv");

        assertThat(planned(1)).contains("bridge.plan.file is 'nowhere.csv'");
    }

    @Test
    void saysThatTheLedgerIsNone() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(
                directory.resolve("data/ledger.db"), "this is no database, and long enough to be read as one");

        assertThat(planned(1)).contains("bridge.ledger.url: the ledger cannot be read");
    }

    @Test
    void saysThatTheFileBreaksOff() throws Exception {
        Files.writeString(directory.resolve("people.csv"), PEOPLE + "\"dan@example.com,Dan Example\n");

        assertThat(planned(1))
                .containsPattern("cannot be read to its end +row 5")
                .containsPattern("to create +2\\R");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        plan.put("bridge.alm.base-url", "http://localhost:1");
        plan.put("bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352");
        plan.put("bridge.retry.initial-delay-ms", "1");

        assertThat(planned(1)).contains("The file cannot be planned: ALM does not tell what the plan needs");
    }

    private String planned(int exitCode) throws Exception {
        try (BridgeProcess process = BridgeProcess.start(directory, plan)) {
            assertThat(process.awaitExit()).as(process.output()).isEqualTo(exitCode);
            assertThat(process.output()).doesNotContain("\tat ");
            return process.output();
        }
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper().readTree(directory.resolve("plan.json").toFile());
    }

    private int told(String path) {
        return given().port(port).get("/simulator/report").then().extract().path(path);
    }
}
