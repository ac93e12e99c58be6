package org.almbridge.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Counts attempts and shortens the waits between them; leaves everything else as operators have it. */
public class FastRetryProfile implements QuarkusTestProfile {

    /** Attempts in all, as in application.properties: the tests of the boundary count on it. */
    public static final int MAX_ATTEMPTS = 4;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "bridge.retry.strategy", "exponential",
                "bridge.retry.max-attempts", Integer.toString(MAX_ATTEMPTS),
                "bridge.retry.initial-delay-ms", "150",
                "bridge.retry.max-delay-ms", "600");
    }
}
