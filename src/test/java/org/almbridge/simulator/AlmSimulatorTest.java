package org.almbridge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VertxOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pins starting, stopping and asking from Java. */
class AlmSimulatorTest {

    @RegisterExtension
    static final RunningSimulator ALM = new RunningSimulator();

    @Test
    void refusesAPortThatAnotherProcessUses() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AlmSimulator simulator = new AlmSimulator(ALM.vertx(), SimulatorSettings.defaults());

            assertThatThrownBy(() -> simulator.start(taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("The simulator cannot listen on localhost:" + taken.getLocalPort());
        }
    }

    @Test
    void refusesThePortOfAnotherSimulatorOnTheSameVertx() {
        AlmSimulator second = new AlmSimulator(ALM.vertx(), SimulatorSettings.defaults());

        assertThatThrownBy(() -> second.start(ALM.port())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToStartTwice() {
        assertThatThrownBy(() -> ALM.simulator().start(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already listens on port " + ALM.port());
    }

    @Test
    void stopsListeningButStillReports() {
        ALM.created("ada@example.com");

        ALM.simulator().stop();

        assertThatThrownBy(() -> ALM.create("bob@example.com")).isInstanceOf(ConnectException.class);
        assertThat(ALM.simulator().report().users()).isEqualTo(1);
    }

    @Test
    void startsAgainOnTheSamePortWithWhatItKnew() {
        ALM.created("ada@example.com");
        ALM.simulator().stop();

        ALM.simulator().start(ALM.port());

        assertThat(ALM.create("ada@example.com").statusCode()).isEqualTo(400);
    }

    @Test
    void reportsOnEveryEventLoopToo() {
        DeploymentOptions oneForEachLoop =
                new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);

        Future<String> deployed = ALM.vertx().deployVerticle(Asking::new, oneForEachLoop);

        assertThat(deployed.toCompletionStage()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void runsByTheSystemClockIfGivenNone() {
        AlmSimulator simulator = new AlmSimulator(ALM.vertx(), SimulatorSettings.defaults());

        assertThat(simulator.start(0)).isPositive();
        simulator.stop();
    }

    private static final class Asking extends AbstractVerticle {

        @Override
        public void start() {
            ALM.simulator().report();
        }
    }
}
