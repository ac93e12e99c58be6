package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the bridge tell of everything at once, to an {@link AlertDesk}. */
public class AlertDeskResource implements QuarkusTestResourceLifecycleManager {

    private AlertDesk desk;

    @Override
    public Map<String, String> start() {
        desk = new AlertDesk();
        Map<String, String> properties = new HashMap<>();
        List<String> uris = desk.uris();
        for (int endpoint = 0; endpoint < uris.size(); endpoint++) {
            properties.put("bridge.alerts.endpoints[" + endpoint + "]", uris.get(endpoint));
        }
        properties.put("bridge.outcomes.endpoint", desk.uri("/outcomes"));
        properties.put("bridge.alerts.interval-ms", "100");
        properties.put("bridge.alerts.after-ms", "0");
        return properties;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(desk, new TestInjector.MatchesType(AlertDesk.class));
    }

    @Override
    public void stop() {
        if (desk != null) {
            desk.stop();
        }
    }
}
