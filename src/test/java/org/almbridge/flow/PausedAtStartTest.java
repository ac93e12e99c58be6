package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.almbridge.support.Api;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Management;
import org.almbridge.support.Management.Health;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Operator;
import org.almbridge.support.Patience;
import org.almbridge.support.PausedLedgerResource;
import org.almbridge.support.Scrape;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** What was paused before a restart is paused after it, and goes on when it is resumed. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(PausedLedgerResource.class)
@WithTestResource(ManagementResource.class)
class PausedAtStartTest {

    Simulator alm;
    Inbox inbox;
    Management management;
    Scrape scrape;

    @Test
    void readsAndHandsOutNothingUntilItIsResumed() {
        Api.csv(Inbox.people("night-push@example.com")).statusCode(202);

        Map<String, Object> drop = Operator.status().getMap("sources[0]");
        assertThat(drop)
                .containsEntry("state", "paused")
                .containsEntry("reason", "the night")
                .containsEntry("by", "ops")
                .containsEntry("since", "1970-01-01T00:00:01Z");
        assertThat(Operator.status().getString("dispatch.heldBy[0].reason")).isEqualTo("PAUSED");
        assertThat(alm.calls("night-push@example.com")).isEmpty();
        tellsOfThePausesAndIsWell();

        Operator.post("/api/dispatch/resume", null).statusCode(200);
        alm.awaitEnrolled("night-push@example.com");
        assertThat(inbox.holds(PausedLedgerResource.FILE)).isTrue();

        Operator.post("/api/sources/drop/resume", null).statusCode(200);
        inbox.awaitDone(PausedLedgerResource.FILE);
        alm.awaitEnrolled(PausedLedgerResource.EMAIL);
        Patience.awaiting("a source that reads")
                .until(() -> "reading".equals(Operator.status().getString("sources[0].state")));
    }

    /** Nobody is to restart the bridge for what people wanted. */
    private void tellsOfThePausesAndIsWell() {
        assertThat(scrape.sum("bridge_dispatch_held", "reason", "PAUSED")).isEqualTo(1);
        assertThat(scrape.sum("bridge_source_up", "source", "drop")).isEqualTo(1);
        Health ready = management.awaitReady(true);
        assertThat(ready.check("sources").at("/data/drop").asText()).isEqualTo("is paused since 1970-01-01T00:00:01Z");
        assertThat(ready.check("alm").at("/data/PAUSED").asText())
                .isEqualTo(
                        "since 1970-01-01T00:00:01Z: somebody has paused dispatch: POST /api/dispatch/resume lets it go on");
    }
}
