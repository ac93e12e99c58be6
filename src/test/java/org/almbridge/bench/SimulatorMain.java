package org.almbridge.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;

/** The simulator in a process of its own, so that what it costs is not taken for the bridge's. */
final class SimulatorMain {

    private SimulatorMain() {}

    /** @param args the settings as JSON; the port is the first line of output, and the end of the input is its end */
    public static void main(String[] args) throws IOException {
        AlmSimulator simulator = new AlmSimulator(Vertx.vertx(), SimulatorSettings.fromJson(args[0]));
        System.out.println(simulator.start(0));
        System.in.transferTo(System.err);
        System.exit(0);
    }
}
