package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Management;
import org.almbridge.support.Management.Health;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Not ready is not dead: what a restart does not mend never makes the bridge look dead. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.enrolments.typo.lo-id", value = "course:404"),
            @ResourceArg(name = "bridge.enrolments.typo.lo-instance-id", value = "course:404_1"),
            @ResourceArg(name = "bridge.enrolments.typo.when", value = "${variable.row[name]} == 'Nobody'"),
            @ResourceArg(name = "bridge.sources.blocked.kind", value = "file"),
            @ResourceArg(name = "bridge.sources.blocked.directory", value = AlmSimulatorResource.INBOX + "-blocked"),
            @ResourceArg(name = "bridge.sources.blocked.quietMs", value = "50"),
            @ResourceArg(name = "bridge.sources.blocked.pollIntervalMs", value = "100")
        })
@WithTestResource(ManagementResource.class)
class HealthTest {

    Simulator alm;
    Inbox inbox;
    Management management;

    @AfterEach
    void restoreAlm() {
        alm.settings("{\"accessTokens\": [\"simulator-token\"]}");
        management.awaitReady(true);
    }

    @Test
    void isWellAndNamesEveryCheckWithoutAKey() {
        Health ready = management.awaitReady(true);

        assertThat(names(ready)).containsExactlyInAnyOrder("routes", "ledger", "alm", "sources", "rules");
        assertThat(ready.check("sources").at("/data/drop").asText()).isEqualTo("is read");
        assertThat(names(management.health("live"))).containsExactlyInAnyOrder("routes", "ledger-writer");
        assertThat(names(management.health("started"))).containsExactly("routes");
        assertThat(names(management.health("group/api"))).containsExactly("ledger");
        assertThat(List.of("live", "started", "group/api"))
                .allMatch(probe -> management.health(probe).isUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Basic d3Jvbmc6d3Jvbmc="})
    void mindsNoKeyThatIsWrong(String authorization) {
        IntStream.range(0, 12)
                .forEach(i -> management
                        .request()
                        .header("Authorization", authorization)
                        .get("/q/health/live")
                        .then()
                        .statusCode(200));
    }

    @Test
    void namesARuleWhoseCourseIsNotThereAndIsReadyForTheOthers() {
        Health ready = Patience.awaiting("the look-up")
                .until(
                        () -> management.health("ready"),
                        health -> health.check("rules").at("/data").has("typo"));

        assertThat(ready.isUp()).isTrue();
        assertThat(ready.check("rules").at("/data/typo").asText())
                .startsWith("bridge.enrolments.typo.lo-id: ALM has no learning object course:404. Correct the key");
        assertThat(ready.check("rules").at("/data").size()).isOne();
    }

    @Test
    void isNotReadyButAliveWhileAlmRefusesTheToken() throws IOException {
        Fence.pass(inbox, alm, "health-token");
        alm.settings("{\"accessTokens\": []}");
        inbox.drop("refused.csv", Inbox.people("health-refused@example.com"));

        Health ready = management.awaitReady(false);
        assertThat(ready.check("alm").at("/data/TOKEN_REFUSED").asText())
                .matches("since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ: ALM accepts no access token: check"
                        + " bridge.alm.access-token.*");
        assertThat(ready.check("ledger").path("status").asText()).isEqualTo("UP");
        assertThat(management.health("live").isUp()).isTrue();
        assertThat(management.health("group/api").isUp())
                .as("people are still taken in")
                .isTrue();
    }

    @Test
    void isNotReadyWhileAFileCanNeitherBeReadNorShelvedAndDoesNotNameIt() throws IOException {
        Inbox blocked = new Inbox(Path.of(inbox.folder() + "-blocked"));
        blocked.drop(".done", "a file where the folder should be");
        blocked.drop("of-nobody-else.csv", Inbox.people("health-file@example.com"));

        Health ready = management.awaitReady(false);
        Files.delete(blocked.folder().resolve(".done"));
        assertThat(ready.check("sources").at("/data/blocked").asText())
                .contains("fails since", "the log says which")
                .doesNotContain("nobody");
        assertThat(management.health("live").isUp()).isTrue();
    }

    private static List<String> names(Health health) {
        return health.checks()
                .valueStream()
                .map(check -> check.path("name").asText())
                .toList();
    }
}
