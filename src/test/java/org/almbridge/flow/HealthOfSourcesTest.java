package org.almbridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.FastRetryProfile;
import org.almbridge.support.Management;
import org.almbridge.support.Management.Health;
import org.almbridge.support.ManagementResource;
import org.almbridge.support.Patience;
import org.almbridge.support.SftpServerResource;
import org.junit.jupiter.api.Test;

/** Health tells of each source why it is not read, and nothing that only those who may read the log should know. */
@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(SftpServerResource.class)
@WithTestResource(ManagementResource.class)
class HealthOfSourcesTest {

    Management management;

    @Test
    void saysOfEverySourceWhetherItIsReadAndWhyNot() {
        Health ready = Patience.awaiting("both troubles").until(() -> management.health("ready"), health -> {
            JsonNode data = health.check("sources").path("data");
            return data.path("refused").asText().startsWith("fails since")
                    && data.path("unknown-key").asText().startsWith("fails since")
                    && data.path("by-password").asText().equals("is read");
        });

        JsonNode sources = ready.check("sources");
        assertThat(ready.isUp()).isFalse();
        assertThat(sources.at("/data/refused").asText())
                .contains("refuses the login of ***")
                .contains("check username and password or privateKeyFile");
        assertThat(sources.at("/data/unknown-key").asText()).contains("Fetch it with 'ssh-keyscan -p ");
        assertThat(sources.at("/data/drop").asText()).isEqualTo("is read");
        assertThat(ready.checks().toString())
                .doesNotContain("@example.com", SftpServerResource.PASSWORD, SftpServerResource.PASSPHRASE);
        assertThat(management.health("live").isUp()).isTrue();
        assertThat(management.health("group/api").isUp()).isTrue();
    }
}
