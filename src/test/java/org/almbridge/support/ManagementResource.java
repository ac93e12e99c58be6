package org.almbridge.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A management port that a test knows, in the test's process as beside it. */
public class ManagementResource implements QuarkusTestResourceLifecycleManager {

    private int port;

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("quarkus.management.port", "" + port, "quarkus.management.test-port", "" + port);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(new Management(port), new TestInjector.MatchesType(Management.class));
        injector.injectIntoFields(new Scrape(port), new TestInjector.MatchesType(Scrape.class));
    }

    @Override
    public void stop() {
        // the port was only looked for
    }
}
