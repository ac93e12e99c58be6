package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Escalations;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Inbox;
import org.almbridge.support.Outputs;
import org.almbridge.support.Patience;
import org.almbridge.support.Simulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All access tokens here are given by ALM for the refresh token. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = {
            @ResourceArg(name = "bridge.alm.access-token", value = ""),
            @ResourceArg(name = "bridge.alm.oauth.client-id", value = Simulator.CLIENT_ID),
            @ResourceArg(name = "bridge.alm.oauth.client-secret", value = Simulator.CLIENT_SECRET),
            @ResourceArg(name = "bridge.alm.oauth.refresh-token", value = Simulator.REFRESH_TOKEN),
            @ResourceArg(name = "quarkus.log.file.enabled", value = "true")
        })
class TokenRenewalTest {

    private static final int CONNECTIONS = 32;

    Simulator alm;
    Inbox inbox;
    Escalations escalations;
    Outputs outputs;

    @BeforeEach
    void restoreSettings() {
        alm.settings(
                "{\"serviceTimeMs\": 0, \"oauth\": {\"accessTokenLifetimeMs\": 604800000, \"refreshFailure\": null}}");
    }

    @Test
    void asksForATokenByAForm() throws IOException {
        freshTokenIsInUse("form");

        assertThat(alm.refreshes()).isNotEmpty().allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.contentType()).startsWith("application/x-www-form-urlencoded");
            assertThat(call.query()).isNull();
            assertThat(call.authorization()).isNull();
        });
    }

    @Test
    void renewsTokensThatEndWhileAFileIsWorkedOff() throws IOException {
        freshTokenIsInUse("ending");
        alm.settings("{\"serviceTimeMs\": 700, \"oauth\": {\"accessTokenLifetimeMs\": 1500}}");
        alm.revokeTokens();
        long issued = alm.report().tokens().issued();
        int refreshes = alm.refreshes().size();
        Crowd crowd = new Crowd("ending", alm);
        crowd.arrive(inbox);

        crowd.assertEnrolledOnce(escalations);
        assertThat(alm.report().tokens().issued()).isGreaterThan(issued + 1);
        assertThat(alm.refreshes().size() - refreshes).isLessThan(Crowd.SIZE);
    }

    @Test
    void renewsOnceForAllCreatesThatMeetARevokedToken() throws IOException {
        assertRenewedOnce("creates", crowd -> crowd.created() >= Crowd.SIZE / 5);
    }

    @Test
    void renewsOnceForAllEnrolmentsThatMeetARevokedToken() throws IOException {
        assertRenewedOnce("enrolments", crowd -> crowd.enrolled() >= Crowd.SIZE / 5);
    }

    private void assertRenewedOnce(String name, Predicate<Crowd> underWay) throws IOException {
        freshTokenIsInUse(name);
        long refreshes = alm.report().tokens().refreshes();
        long refused = alm.refusedCalls();
        alm.settings("{\"serviceTimeMs\": 400}");
        Crowd crowd = new Crowd(name, alm);
        crowd.arrive(inbox);
        Patience.awaiting("some of " + name).until(() -> underWay.test(crowd));
        alm.revokeTokens();
        // on a busy machine everybody of the crowd may have been through by now
        String late = "late-" + name + "@example.com";
        inbox.drop("late-" + name + ".csv", Inbox.people(late));

        crowd.assertEnrolledOnce(escalations);
        alm.awaitEnrolled(late);
        assertThat(alm.refusedCalls()).isGreaterThan(refused).isLessThanOrEqualTo(refused + CONNECTIONS);
        assertThat(alm.report().tokens().refreshes()).isEqualTo(refreshes + 1);
    }

    @Test
    void pausesWhileRefreshesAreRefusedAndThenFinishes() throws IOException {
        freshTokenIsInUse("paused");
        int before = outputs.log().length();
        long refusedRefreshes = alm.report().tokens().refusedRefreshes();
        long refusedCalls = alm.refusedCalls();
        alm.settings("{\"serviceTimeMs\": 400}");
        Crowd crowd = new Crowd("paused", alm);
        // no failure more is allowed: a refused token that counted as one would be seen
        alm.script(crowd.first(), "{\"timingErrors\": " + (FastRetryProfile.MAX_ATTEMPTS - 1) + "}");
        crowd.arrive(inbox);
        Patience.awaiting("some of paused").until(() -> crowd.created() >= Crowd.SIZE / 5);
        alm.settings("{\"oauth\": {\"refreshFailure\": 400}}");
        alm.revokeTokens();

        Patience.awaiting("three probes").until(() -> alm.report().tokens().refusedRefreshes() >= refusedRefreshes + 4);
        assertThat(crowd.enrolled()).isLessThan(Crowd.SIZE);
        assertThat(alm.refusedCalls()).isLessThanOrEqualTo(refusedCalls + CONNECTIONS);
        assertThat(outputs.log().substring(before))
                .containsOnlyOnce("ALM gives no access token (HTTP 400)")
                .contains("bridge.alm.oauth.refresh-token")
                .contains("Dispatch is paused")
                .doesNotContain("dispatch goes on");
        alm.settings("{\"oauth\": {\"refreshFailure\": null}}");

        crowd.assertEnrolledOnce(escalations);
        assertThat(outputs.log().substring(before))
                .containsOnlyOnce("ALM accepts the access token again: dispatch goes on")
                .doesNotContain("A learner goes back to the ledger");
    }

    @Test
    void keepsTokensAndSecretsOutOfEverythingItLeavesBehind() throws IOException {
        freshTokenIsInUse("secrets");
        String ended = alm.accessToken();
        alm.revokeTokens();
        alm.script("secrets@example.com", "{\"rejectCreate\": \"name\"}");
        inbox.drop("secrets.csv", Inbox.people("secrets@example.com"));
        escalations.await("secrets@example.com");

        outputs.assertNoneHolds(List.of(ended, alm.accessToken(), Simulator.CLIENT_SECRET, Simulator.REFRESH_TOKEN));
    }

    /** One that lasts, and that ALM has accepted. */
    private void freshTokenIsInUse(String name) throws IOException {
        alm.revokeTokens();
        Fence.pass(inbox, alm, name);
    }
}
