package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.almbridge.support.AlertDesk;
import org.almbridge.support.AlertDeskResource;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** The first of the endpoints is deaf all the time. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "quarkus.log.file.enabled", value = "true"))
@WithTestResource(AlertDeskResource.class)
class AlertsTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Outputs outputs;
    AlertDesk desk;

    @Test
    void tellsThatAlmRefusesTheTokenAndThatItIsOver() throws IOException {
        alm.settings("{\"accessTokens\": []}");
        Crowd crowd = new Crowd("alerted", alm);
        crowd.arrive(inbox);

        JsonNode firing = desk.awaitChat("TokenRefused", "firing");
        assertThat(firing.path("severity").asText()).isEqualTo("critical");
        assertThat(firing.path("advice").asText()).contains("bridge.alm.access-token");
        assertThat(firing.path("bridge").asText()).isNotEmpty();
        assertThat(firing.path("at").asText())
                .isGreaterThanOrEqualTo(firing.path("since").asText());

        alm.settings("{\"accessTokens\": [\"simulator-token\"]}");
        JsonNode resolved = desk.awaitChat("TokenRefused", "resolved");
        assertThat(resolved.path("since")).isEqualTo(firing.path("since"));
        assertThat(resolved.path("id")).isNotEqualTo(firing.path("id"));
        assertThat(resolved.path("text").asText()).startsWith("Over after ");
        List<String> mails = Patience.awaiting("the mail")
                .until(() -> desk.mails("[alm-bridge] resolved: TokenRefused"), found -> !found.isEmpty());
        assertThat(mails)
                .singleElement()
                .asString()
                .startsWith("text/plain; charset=UTF-8")
                .contains("Over after ");
        assertThat(desk.mails("[alm-bridge] firing: TokenRefused"))
                .singleElement()
                .asString()
                .contains("ALM accepts no access token", "severity  critical");
        crowd.assertEnrolledOnce(escalations);
        assertThat(desk.chat("TokenRefused", "firing")).hasSize(1);
        assertThat(outputs.log())
                .containsOnlyOnce("was not taken by bridge.alerts.endpoints[0]")
                .contains("\"alert\":\"TokenRefused\"");
    }

    @Test
    void tellsOfPeopleWhoNeedAPersonWithoutSayingWho() throws IOException {
        alm.script("needy@example.com", "{\"rejectCreate\": \"incorrect profile\"}");
        inbox.drop("needy.csv", Inbox.people("needy@example.com"));
        escalations.await("needy@example.com");

        JsonNode firing = desk.awaitChat("EscalationsOpen", "firing");

        assertThat(firing.path("value").asLong()).isEqualTo(1);
        assertThat(firing.toString()).doesNotContain("needy");
    }
}
