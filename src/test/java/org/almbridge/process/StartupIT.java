package org.almbridge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A start that cannot work ends at once, with one message that names what, where and the remedy. */
class StartupIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> ENOUGH = Map.of(
            "bridge.alm.base-url", "http://localhost:1",
            "bridge.alm.access-token", "a-token-that-no-message-may-show",
            "bridge.enrolments.welcome.lo-id", "course:1171899",
            "bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352",
            "bridge.sources.drop.kind", "file",
            "bridge.sources.drop.directory", "inbox");

    @TempDir
    private Path directory;

    @Test
    void namesAllKeysThatAreMissing() throws Exception {
        assertThat(refusal(Map.of()))
                .contains("bridge.alm.base-url is missing")
                .contains("bridge.alm.access-token is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge.sources.drop.kind      | ftps                 | bridge.sources.drop.kind is 'ftps': give one of file",
                "bridge.sources.drop.folder    | inbox                | bridge.sources.drop.folder is no parameter of a file-source",
                "bridge.sources.drop.format    | xml                  | bridge.sources.drop.format is 'xml': give one of csv, json, ndjson, xlsx",
                "bridge.sources.drop.encoding  | utf8mb4              | bridge.sources.drop.encoding is 'utf8mb4', which is none",
                "bridge.sources.drop.mapping   | hr                   | bridge.sources.drop.mapping is 'hr', which is none",
                "bridge.mappings.hr.mail       | Mail                 | bridge.mappings.hr.mail names no attribute",
                "bridge.alm.base-url           | http://example.com   | http is accepted for this machine only",
                "bridge.alm.base-url           | alm.example.com      | write scheme and host",
                "bridge.alm.base-url           | https://example.com/ | write scheme and host",
                "bridge.ledger.url             | jdbc:oracle:thin     | bridge.ledger.url is 'jdbc:oracle:thin'",
                "bridge.alm.oauth.client-id    | my-application       | bridge.alm.oauth.refresh-token is missing",
                "bridge.retry.max-attempt      | 3                    | bridge.retry.max-attempt",
                "bridge.retry.max-attempts     | three                | bridge.retry.max-attempts",
                "bridge.retry.strategy         | random               | bridge.retry.strategy",
                "bridge.routes.extra-directory | nowhere              | bridge.routes.extra-directory is 'nowhere', which is no folder",
                "bridge.intake.time-zone       | Paris                | bridge.intake.time-zone is 'Paris': give a time zone as Europe/Paris",
                "bridge.enrolments.welcome.when | ${variable.row[Profil]} == 1 | bridge.enrolments.welcome.when is '${variable.row[Profil]} == 1', which reads the column Profil",
                "bridge.enrolments.other.lo-instance-id | course:7_1  | bridge.enrolments.other.lo-id",
                "bridge.api.keys.hr.hash       | a-token-that-no-message-may-show | bridge.api.keys.hr.roles",
                "quarkus.http.port             | 70000                | quarkus.http.port",
            })
    void namesTheKeyThatIsWrong(String key, String value, String message) throws Exception {
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.put(key, value);

        assertThat(refusal(properties)).contains(message);
    }

    @Test
    void namesTheParameterThatIsMissing() throws Exception {
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.remove("bridge.sources.drop.directory");

        assertThat(refusal(properties)).contains("bridge.sources.drop.directory is missing");
    }

    @Test
    void namesAllThatAnSftpSourceLacks() throws Exception {
        Map<String, String> properties = sftp();

        assertThat(refusal(properties))
                .contains("bridge.sources.drop.knownHostsFile is 'known_hosts', which is no file that can be read")
                .contains("bridge.sources.drop.password is missing, and so is privateKeyFile");
    }

    @Test
    void startsAndTellsOnceOfAnSftpServerThatIsAway() throws Exception {
        Files.writeString(directory.resolve("known_hosts"), "");
        Map<String, String> properties = sftp();
        properties.put("bridge.sources.drop.password", "a-token-that-no-message-may-show");

        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            bridge.output().contains("source drop: nothing is read, localhost:1 cannot be reached"));
            bridge.port();
            assertThat(bridge.output()).doesNotContain("\tat ").doesNotContain("a-token-that-no-message-may-show");
        }
    }

    @Test
    void namesEverythingThatIsWrongWithTheSourcesAndTheFile() throws Exception {
        Path config = Files.createDirectories(directory.resolve("config"));
        Files.writeString(config.resolve("application.properties"), """
                bridge.sources.topic.kind = kafka
                bridge.sources.topic.brokers = example.com
                bridge.sources.topic.topics = people
                bridge.sources.pages.kind = rest
                bridge.sources.pages.url = http://hr.example.com/people
                bridge.sources.pages.pagination = next
                bridge.sources.any.kind = uri
                bridge.sources.any.uri = ftp2:example.com
                """);

        assertThat(refusal(ENOUGH))
                .contains("bridge.sources.topic.topics is no parameter of a kafka-source")
                .contains("bridge.sources.topic.topic is missing: a kafka-source takes")
                .contains("bridge.sources.pages.url ")
                .contains("bridge.sources.pages.pagination ")
                .containsPattern("bridge.sources.any.uri begins with 'ftp2'.* [(]in config/application.properties[)]");
    }

    @Test
    void namesAKeyThatStandsTwice() throws Exception {
        Path config = Files.createDirectories(directory.resolve("config"));
        Files.writeString(config.resolve("application.properties"), """
                bridge.sources.hr.kind = file
                bridge.sources.hr.directory = one
                bridge.sources.hr.kind = file
                bridge.sources.hr.directory = two
                """);

        assertThat(refusal(ENOUGH))
                .contains("bridge.sources.hr.directory stands twice in config/application.properties")
                .contains("bridge.sources.hr.kind stands twice in config/application.properties")
                .contains("give the second source another name");
    }

    @Test
    void keepsTheNameOfThePushToIt() throws Exception {
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.put("bridge.sources.api.kind", "file");
        properties.put("bridge.sources.api.directory", "inbox");

        assertThat(refusal(properties)).contains("bridge.sources.api.kind belongs to a source of the name api");
    }

    @Test
    void namesTheFileOfExtraRoutesThatIsWrong() throws Exception {
        Path routes = Files.createDirectories(directory.resolve("config/routes"));
        Files.writeString(
                routes.resolve("odd-source.camel.yaml"), "- routeTemplate:\n    id: odd-source\n    form: timer:x\n");

        assertThat(refusal(ENOUGH))
                .contains("config/routes/odd-source.camel.yaml cannot be loaded as routes of Camel")
                .contains("line 3");
    }

    @Test
    void refusesASecondTemplateOfTheSameKind() throws Exception {
        Path routes = Files.createDirectories(directory.resolve("config/routes"));
        Files.copy(Path.of("routes/sources/file-source.camel.yaml"), routes.resolve("other.camel.yaml"));

        assertThat(refusal(ENOUGH))
                .contains("config/routes/other.camel.yaml defines file-source, which is there already");
    }

    private static Map<String, String> sftp() {
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.put("bridge.sources.drop.kind", "sftp");
        properties.put("bridge.sources.drop.host", "localhost");
        properties.put("bridge.sources.drop.port", "1");
        properties.put("bridge.sources.drop.username", "hr");
        properties.put("bridge.sources.drop.knownHostsFile", "known_hosts");
        return properties;
    }

    @Test
    void refusesALedgerThatAnotherProcessHolds() throws Exception {
        try (BridgeProcess first = BridgeProcess.start(directory, ENOUGH)) {
            first.port();

            assertThat(refusal(ENOUGH)).contains("ledger.db is in use by another process");
            assertThat(first.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarkus.http.port", "quarkus.management.port"})
    void namesAPortThatAnotherProcessHas(String key) throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            String port = String.valueOf(other.getLocalPort());
            Map<String, String> properties = new HashMap<>(ENOUGH);
            properties.put(key, port);

            assertThat(refusal(properties))
                    .contains(key + ": port " + port + " of 0.0.0.0 cannot be had")
                    .doesNotContain("Started source-drop");
        }
    }

    @Test
    void repeatsNothingOfAHashThatIsAKey() throws Exception {
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.put("bridge.api.keys.hr.hash", "a-token-that-no-message-may-show");
        properties.put("bridge.api.keys.hr.roles", "submit,all");

        assertThat(refusal(properties))
                .contains("bridge.api.keys.hr.hash is no hash")
                .contains("bridge.api.keys.hr.roles has an unknown role: give one or several of operate, submit, view");
    }

    @Test
    void endsInOrderWhenToldTo() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, ENOUGH)) {
            bridge.port();

            assertThat(bridge.terminate()).isEqualTo(143);
            assertThat(bridge.output()).contains("stopped in").doesNotContain("a-token-that-no-message-may-show");
        }
    }

    /** On the console and in the file; JVM options may make Java itself say something before. */
    @Test
    void logsADocumentALineWhenAskedByOneKey() throws Exception {
        Path file = directory.resolve("bridge.log");
        Map<String, String> properties = new HashMap<>(ENOUGH);
        properties.put("quarkus.log.console.json.enabled", "true");
        properties.put("quarkus.log.file.enabled", "true");
        properties.put("quarkus.log.file.path", file.toString());
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            bridge.port();
            bridge.terminate();

            assertThat(bridge.output().lines().dropWhile(line -> !line.startsWith("{")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(StartupIT::isDocument)
                    .anyMatch(line -> line.contains("stopped in"));
            assertThat(Files.readAllLines(file)).isNotEmpty().allSatisfy(StartupIT::isDocument);
        }
    }

    private static void isDocument(String line) throws JsonProcessingException {
        assertThat(JSON.readTree(line).path("message").isTextual()).as(line).isTrue();
        assertThat(JSON.readTree(line).path("timestamp").isTextual()).as(line).isTrue();
    }

    private String refusal(Map<String, String> properties) throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, properties)) {
            assertThat(bridge.awaitExit()).isEqualTo(1);
            assertThat(bridge.output()).doesNotContain("\tat ").doesNotContain("a-token-that-no-message-may-show");
            return bridge.output();
        }
    }
}
