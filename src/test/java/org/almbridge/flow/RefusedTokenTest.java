package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Escalations;
import org.almbridge.support.FileSourcesResource;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** All there is here is a ready token. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(FileSourcesResource.class)
class RefusedTokenTest {

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Outputs outputs;

    @Test
    void asksByOneCallAStepUntilAlmAcceptsTheToken() throws IOException {
        Fence.pass(inbox, alm, "refused");
        int before = outputs.log().length();
        alm.settings("{\"accessTokens\": []}");
        Crowd crowd = new Crowd("refused", alm);
        crowd.arrive(inbox);

        Patience.awaiting("the pause")
                .until(() -> outputs.log().substring(before).contains("Dispatch is paused"));
        long refused = alm.refusedCalls();
        Patience.awaiting("three probes").until(() -> alm.refusedCalls() >= refused + 3);
        alm.settings("{\"accessTokens\": [\"simulator-token\"]}");

        crowd.assertEnrolledOnce(escalations);
        assertThat(outputs.log().substring(before))
                .containsOnlyOnce("ALM refuses the access token (HTTP 401)")
                .contains("bridge.alm.access-token")
                .containsOnlyOnce("ALM accepts the access token again: dispatch goes on")
                .doesNotContain("A learner goes back to the ledger");
    }
}
