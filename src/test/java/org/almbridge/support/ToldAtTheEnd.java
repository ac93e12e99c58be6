package org.almbridge.support;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Leaves names and labels of the metrics, and the secrets, of every bridge that a flow test has used to the scan. */
public class ToldAtTheEnd implements QuarkusTestAfterAllCallback {

    @Override
    public void afterAll(QuarkusTestContext context) {
        TestRun.tell(Metrics.globalRegistry.getMeters().stream()
                .map(meter -> meter.getId() + "\n")
                .collect(Collectors.joining()));
        Config config = ConfigProvider.getConfig();
        Map<String, String> settings = new HashMap<>();
        config.getPropertyNames()
                .forEach(
                        key -> config.getOptionalValue(key, String.class).ifPresent(value -> settings.put(key, value)));
        TestRun.keepSecrets(settings);
    }
}
