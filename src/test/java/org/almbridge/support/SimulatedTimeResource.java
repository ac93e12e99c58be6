package org.almbridge.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/** The same surroundings with ALM inside the bridge's process, where it shares the simulated time. */
public class SimulatedTimeResource extends AlmSimulatorResource {

    private int port;

    @Override
    public Map<String, String> start() {
        Map<String, String> properties = new HashMap<>(super.start());
        properties.put("bridge.simulator.enabled", "true");
        properties.put("bridge.simulator.port", Integer.toString(port));
        // nobody waits for the polls, so there may be fewer
        properties.putIfAbsent("bridge.dispatch.poll-interval-ms", "500");
        return properties;
    }

    @Override
    int startAlm() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
