package org.almbridge.process;

import static io.restassured.RestAssured.given;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.almbridge.simulator.AlmSimulator;
import org.almbridge.simulator.SimulatorSettings;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** An ALM that outlives the bridges which call it, and what it tells of them. */
final class SimulatedAlm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int LAST_LINES = 60;

    private final Vertx vertx = Vertx.vertx();
    private final AlmSimulator simulator;
    private final int port;

    /** @param settings as JSON, which differ from the simulator's own */
    SimulatedAlm(String settings) {
        simulator = new AlmSimulator(vertx, SimulatorSettings.fromJson(settings));
        port = simulator.start(0);
    }

    int port() {
        return port;
    }

    /** What leads a bridge here and has it enrol everybody in one course; the caller adds to it. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("bridge.alm.base-url", "http://localhost:" + port);
        properties.put("bridge.alm.access-token", "simulator-token");
        properties.put("bridge.enrolments.welcome.lo-id", "course:1171899");
        properties.put("bridge.enrolments.welcome.lo-instance-id", "course:1171899_2067352");
        return properties;
    }

    /** @param member path of a number, as {@code callsByKind.createUser} */
    long report(String member) {
        return given().port(port).get("/simulator/report").jsonPath().getLong(member);
    }

    /** @param patch of the settings, as JSON */
    void settings(String patch) {
        given().port(port)
                .contentType("application/json")
                .body(patch)
                .put("/simulator/settings")
                .then()
                .statusCode(200);
    }

    /**
     * Waits; when it was in vain, or a bridge has ended meanwhile, says what there is to see of the cause.
     *
     * @param bridges that are at work on it
     */
    void await(String what, Callable<Boolean> reached, BridgeProcess... bridges) {
        await(what, PATIENCE, reached, bridges);
    }

    void await(String what, Duration atMost, Callable<Boolean> reached, BridgeProcess... bridges) {
        try {
            Awaitility.await(what)
                    .atMost(atMost)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_EVERY)
                    .failFast("a bridge has ended", () -> !Stream.of(bridges).allMatch(BridgeProcess::isAlive))
                    .until(reached);
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            StringBuilder message = new StringBuilder(e.getMessage());
            message.append("\nALM reports:\n")
                    .append(given().port(port).get("/simulator/report").asString());
            for (BridgeProcess bridge : bridges) {
                message.append("\n%s said last:\n%s".formatted(bridge, bridge.lastLines(LAST_LINES)));
            }
            throw new AssertionError(message.toString(), e);
        }
    }

    @Override
    public void close() {
        simulator.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
