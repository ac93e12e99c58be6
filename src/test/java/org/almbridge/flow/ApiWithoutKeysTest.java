package org.almbridge.flow;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.Api;
import org.almbridge.support.FastRetryProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FastRetryProfile.class)
@WithTestResource(AlmSimulatorResource.class)
class ApiWithoutKeysTest {

    @Test
    void letsNobodyInWhenNoKeyIsConfigured() {
        Api.users(Api.person("nobody@example.com")).statusCode(401).body("status", equalTo(401));
        Api.asHr().get("/api/batches/0").then().statusCode(401);
    }
}
