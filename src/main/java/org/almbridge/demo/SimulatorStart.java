package org.almbridge.demo;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.almbridge.BridgeConfig;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorReport;
import org.almbridge.simulator.SimulatorSettings;
import org.apache.camel.quarkus.main.events.BeforeInitialize;

/** Starts the simulator before the bridge looks for its ALM. */
@Singleton
class SimulatorStart {

    private static final int BEFORE_THE_LEDGER = 100;

    private final BridgeConfig config;
    private final Vertx vertx;
    private final Clock clock;
    private AlmSimulator simulator;

    SimulatorStart(BridgeConfig config, Vertx vertx, Clock clock) {
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes @Priority(BEFORE_THE_LEDGER) BeforeInitialize event) {
        if (!config.simulator().enabled()) {
            return;
        }
        AlmSimulator starting = new AlmSimulator(vertx, SimulatorSettings.defaults(), clock);
        try {
            starting.start(config.simulator().port());
        } catch (IllegalStateException e) {
            // no cause: Quarkus prints the message of the innermost exception, and a stack trace for most others
            throw new ConfigurationException(e.getMessage() + " Give another bridge.simulator.port.");
        }
        simulator = starting;
    }

    boolean isRunning() {
        return simulator != null;
    }

    SimulatorReport report() {
        return simulator.report();
    }

    @PreDestroy
    void stop() {
        if (simulator != null) {
            simulator.stop();
        }
    }
}
