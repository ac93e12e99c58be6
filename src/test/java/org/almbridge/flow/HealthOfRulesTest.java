package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Management;
import org.almbridge.support.Management.Health;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Patience;
import org.junit.jupiter.api.Test;

/** A rule that leaves the instance to ALM, whose course is not there: nobody can be accepted. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(
        value = AlmSimulatorResource.class,
        initArgs = @ResourceArg(name = "bridge.enrolments.typo.lo-id", value = "course:404"))
@WithTestResource(ManagementResource.class)
class HealthOfRulesTest {

    Management management;

    @Test
    void saysThatNobodyIsAccepted() {
        Health ready = Patience.awaiting("the look-up")
                .until(
                        () -> management.health("ready"),
                        health -> health.check("rules").at("/data").has("typo"));

        assertThat(ready.check("rules").at("/data/typo").asText())
                .startsWith(
                        "Nobody is accepted until this is put right: bridge.enrolments.typo.lo-id: ALM has no learning"
                                + " object course:404");
        assertThat(ready.isUp()).isTrue();
    }
}
