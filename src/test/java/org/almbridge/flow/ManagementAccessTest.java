package org.almbridge.flow;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.almbridge.support.AlmSimulatorResource;
import org.almbridge.support.ApiProfile;
import org.almbridge.support.Management;
import org.almbridge.support.ManagementResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are for those who may look; a prober needs no key, and what nobody thought of is closed. */
@QuarkusTest
@TestProfile(ApiProfile.class)
@WithTestResource(AlmSimulatorResource.class)
@WithTestResource(ManagementResource.class)
class ManagementAccessTest {

    Management management;

    @Test
    void showsMetricsToWhoeverMayView() {
        metrics("Bearer " + ApiProfile.VIEWER_KEY).statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/metrics/", "/q//metrics", "/q/%6Detrics", "/q/metrics/json", "/q/other"})
    void showsNothingButHealthWithoutAKey(String path) {
        management
                .request()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"alm-bridge\""))
                .body(not(containsString("jvm_")));
    }

    @Test
    void showsNoMetricsToAKeyOfAnotherRole() {
        metrics("Bearer " + ApiProfile.OPERATOR_KEY).statusCode(403).body(not(containsString("jvm_")));
    }

    @Test
    void showsNoMetricsToAWrongKey() {
        metrics("Bearer wrong").statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/health/group/api"})
    void answersAProberWithoutAKey(String path) {
        management.awaitReady(true);

        management.request().get(path).then().statusCode(200);
    }

    private ValidatableResponse metrics(String authorization) {
        return management
                .request()
                .header("Authorization", authorization)
                .get("/q/metrics")
                .then();
    }
}
