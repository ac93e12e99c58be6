package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.Test;

/** The ready token has ended before the start, whose first calls are look-ups of courses, which are nobody's. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.alm.access-token", value = "a-token-that-has-ended"),
            @ResourceArg(name = "bridge.alm.oauth.client-id", value = Simulator.CLIENT_ID),
            @ResourceArg(name = "bridge.alm.oauth.client-secret", value = Simulator.CLIENT_SECRET),
            @ResourceArg(name = "bridge.alm.oauth.refresh-token", value = Simulator.REFRESH_TOKEN),
            @ResourceArg(name = "bridge.enrolments.wrong.lo-id", value = ExpiredTokenTest.NOT_THERE),
            @ResourceArg(name = "bridge.enrolments.wrong.lo-instance-id", value = ExpiredTokenTest.NOT_THERE + "_1")
        })
class ExpiredTokenTest {

    static final String NOT_THERE = "course:4040404";

    Simulator alm;
    Inbox inbox;

    @Test
    void looksCoursesUpWithANewToken() throws IOException {
        // one that is there, one of which both parts are missing, and nobody has arrived who would ask again
        Patience.awaiting("the look-ups of the start").until(this::answeredLookUps, answered -> answered == 3);

        inbox.drop("expired.csv", Inbox.people("expired@example.com"));
        alm.awaitEnrolled("expired@example.com");
        assertThat(answeredLookUps()).isEqualTo(3);
        assertThat(alm.report().tokens().refreshes()).isEqualTo(1);
    }

    private long answeredLookUps() {
        return alm.report().callsByKind().get("readLearningObject") - alm.refusedCalls();
    }
}
