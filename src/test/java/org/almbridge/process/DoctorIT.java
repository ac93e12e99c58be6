package org.almbridge.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees who examines an account before the first person is sent there. */
class DoctorIT {

    private static final String TOKEN = "simulator-token";
    private static final String ADDRESS = "doctor@example.com";
    private static final List<String> SECRETS =
            List.of(TOKEN, "the-client-secret", "the-refresh-token", "@example.com");
    private static final int LAG_MS = 1_500;

    @TempDir
    private Path directory;

    private final Map<String, String> properties = new HashMap<>();
    private Vertx vertx;
    private AlmSimulator alm;
    private int port;

    @BeforeEach
    void startAlm() throws IOException {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        vertx = Vertx.vertx();
        alm = new AlmSimulator(vertx, SimulatorSettings.fromJson("""
                        {"lagMinMs": %d, "lagMaxMs": %d, "oauth": {"clientId": "the-client",
                         "clientSecret": "the-client-secret", "refreshToken": "the-refresh-token"},
                         "rateLimits": {"POST": {"requestsPerMinute": 600, "burst": 20}}}""".formatted(LAG_MS, LAG_MS)));
        port = alm.start(0);
        properties.put("quarkus.profile", "doctor");
        properties.put("java.io.tmpdir", temporary.toString());
        properties.put("bridge.alm.base-url", "http://localhost:" + port);
        properties.put("bridge.alm.access-token", TOKEN);
        properties.put("bridge.enrolments.welcome.lo-id", "course:1171899");
        properties.put("bridge.sources.drop.kind", "file");
        properties.put("bridge.sources.drop.directory", "inbox");
        properties.put("bridge.sources.drop.quietMs", "1");
    }

    @AfterEach
    void stopAlm() {
        alm.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void measuresTheLagAndShowsTheAnswers() throws Exception {
        properties.put("bridge.doctor.email", "doctor-%s@example.com");

        String report = report(0);

        MatchResult lag = find("lag +between ([0-9.]+) s and ([0-9.]+) s", report);
        MatchResult created = find("create +user [0-9]+ within ([0-9]+) ms", report);
        assertThat(milliseconds(lag.group(1))).isLessThanOrEqualTo(LAG_MS);
        assertThat(milliseconds(lag.group(2)) + Long.parseLong(created.group(1)))
                .isGreaterThanOrEqualTo(LAG_MS - 10);
        assertThat(report)
                .contains("welcome: course:1171899_2067352 is there; it is the default instance")
                .contains("POST 600r/m, burst 20: about 18000 people an hour")
                .contains("Nothing here would stop the bridge.")
                .contains("| verified true | young true | INDEXING_LAG")
                .contains("CREATE_USER | 400 | <body> | verified false | young false | DUPLICATE_USER")
                .contains("FIND_USER | 401 | <body>")
                .containsPattern("x-request-id +gw[0-9a-f]{32}")
                .doesNotContain("FAIL");
        assertThat(told("users")).isEqualTo(1);
        assertThat(told("enrolments")).isEqualTo(1);
    }

    @Test
    void writesNothingToAlmWithoutAnAddressAndRenewsTokens() throws Exception {
        properties.put("bridge.alm.access-token", "");
        properties.put("bridge.alm.oauth.client-id", "the-client");
        properties.put("bridge.alm.oauth.client-secret", "the-client-secret");
        properties.put("bridge.alm.oauth.refresh-token", "the-refresh-token");

        assertThat(report(0))
                .contains("renews itself; the one given lasts 7 days")
                .contains("not tried, and nothing was written to ALM")
                .contains("that a course is not there is said by HTTP 400");
        assertThat(told("users")).isZero();
        assertThat(told("callsByKind.createUser")).isZero();
    }

    @Test
    void leavesTheLedgerAndTheInputAlone() throws Exception {
        properties.put("bridge.ledger.url", "jdbc:sqlite:data/ledger.db");
        Path input = Files.createDirectories(directory.resolve("inbox")).resolve("people.csv");
        Files.writeString(input, "name,email\nAnn Example,ann@example.com\n");

        report(0);

        assertThat(input).exists();
        assertThat(directory.resolve("data")).doesNotExist();
        try (Stream<Path> left = Files.list(directory.resolve("tmp"))) {
            assertThat(left.filter(path -> path.getFileName().toString().contains("alm-bridge")))
                    .isEmpty();
        }
    }

    @Test
    void leavesAnotherMachinesLedgerAlone() throws Exception {
        properties.put("bridge.ledger.url", "jdbc:postgresql://localhost:1/bridge");

        report(0);
    }

    @Test
    void saysWhatToDoAboutAWrongToken() throws Exception {
        properties.put("bridge.alm.access-token", "refused-7d20c1");

        assertThat(report(1))
                .containsPattern("FAIL +token")
                .contains("Set a valid bridge.alm.access-token")
                .doesNotContain("refused-7d20c1");
    }

    @Test
    void saysWhatToDoAboutAWrongRefreshToken() throws Exception {
        properties.put("bridge.alm.oauth.client-id", "the-client");
        properties.put("bridge.alm.oauth.client-secret", "the-client-secret");
        properties.put("bridge.alm.oauth.refresh-token", "refused-7d20c1");

        assertThat(report(1))
                .contains("ALM gives no access token (HTTP 401)")
                .contains("bridge.alm.oauth.refresh-token")
                .doesNotContain("refused-7d20c1");
    }

    @Test
    void saysWhichRuleIsWrong() throws Exception {
        properties.put("bridge.enrolments.typo.lo-id", "course:404");

        assertThat(report(1))
                .containsPattern("FAIL +rule +bridge.enrolments.typo.lo-id: ALM has no learning object course:404")
                .containsPattern("ok +rule +welcome");
    }

    @Test
    void saysThatTheTokenMayNotReadCourses() throws Exception {
        given().port(port).body("{\"learningObjectStatus\": 403}").put("/simulator/settings");

        assertThat(report(1))
                .containsPattern("FAIL +rule +welcome: ALM does not tell of course:1171899: HTTP 403")
                .contains("scope admin:read")
                .contains("FIND_COURSE | 403 | <body>");
    }

    @Test
    void saysThatTheTokenMayNotWrite() throws Exception {
        properties.put("bridge.doctor.email", ADDRESS);
        given().port(port)
                .body("{\"createStatus\": [403]}")
                .put("/simulator/learners/" + ADDRESS)
                .then()
                .statusCode(200);

        assertThat(report(1))
                .containsPattern("FAIL +create +POST users: HTTP 403")
                .contains("scope admin:write");
        assertThat(told("users")).isZero();
    }

    @Test
    void findsOutThatTheBridgeWouldNotKnowTheLag() throws Exception {
        properties.put("bridge.doctor.email", ADDRESS);
        given().port(port).body("{\"notFoundStatus\": 404}").put("/simulator/settings");

        assertThat(report(1))
                .containsPattern("FAIL +enrolment +the new user's first one: HTTP 404")
                .containsPattern("ok +lag +between");
    }

    @Test
    void touchesNobodyWhoIsThereAlready() throws Exception {
        properties.put("bridge.doctor.email", ADDRESS);
        report(0);

        assertThat(report(0)).contains("nothing was done to it");
        assertThat(told("duplicateCreates")).isEqualTo(1);
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        properties.put("bridge.alm.base-url", "http://localhost:1");

        assertThat(report(1)).containsPattern("FAIL +address").contains("Check bridge.alm.base-url and the firewall");
    }

    @Test
    void isNotStartedByHalf() throws Exception {
        properties.remove("quarkus.profile");
        properties.put("bridge.doctor.enabled", "true");

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            assertThat(bridge.awaitExit()).isEqualTo(1);
            assertThat(bridge.output()).contains("give -Dquarkus.profile=doctor");
        }
    }

    /** What is printed is what is written, and neither names a secret or an address. */
    private String report(int exitCode) throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            assertThat(bridge.awaitExit()).as(bridge.output()).isEqualTo(exitCode);
            String output = bridge.output();
            assertThat(output).doesNotContain("\tat ").doesNotContain(SECRETS);
            String file =
                    find("This report is in (doctor-[0-9-]+\\.txt)", output).group(1);
            assertThat(output).contains(Files.readString(directory.resolve(file)));
            return output;
        }
    }

    private static MatchResult find(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.toMatchResult();
    }

    private static long milliseconds(String seconds) {
        return Math.round(Double.parseDouble(seconds) * 1_000);
    }

    private long told(String member) throws IOException {
        return given().port(port).get("/simulator/report").jsonPath().getLong(member);
    }
}
