package org.almbridge.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Runs a local Adobe Learning Manager, so that the bridge can be tried, rehearsed and tested without an account. */
public final class AlmSimulator {

    private static final int TIMEOUT_SECONDS = 10;
    private static final int MOST_TURNS = 1_000;
    private static final long TURN_NANOS = 1_000_000;

    private final Vertx vertx;
    private final World world;
    private volatile SimulatorServer server;

    public AlmSimulator(Vertx vertx, SimulatorSettings settings) {
        this(vertx, settings, InstantSource.system());
    }

    public AlmSimulator(Vertx vertx, SimulatorSettings settings, InstantSource clock) {
        this.vertx = vertx;
        this.world = new World(settings, clock);
    }

    /**
     * Listens on localhost and returns the port; 0 asks for any free one. Not to be called on an event loop.
     *
     * @throws IllegalStateException if the port is in use or the simulator already runs
     */
    public synchronized int start(int port) {
        if (server != null) {
            throw new IllegalStateException("The simulator already listens on port " + server.port() + ".");
        }
        requireFree(port);
        SimulatorServer starting = new SimulatorServer(port, world);
        await(vertx.deployVerticle(starting).toCompletionStage().toCompletableFuture());
        server = starting;
        return server.port();
    }

    /** Closes the port and all connections; what happened stays in the report. */
    public synchronized void stop() {
        if (server != null) {
            int port = server.port();
            Future<Void> closed = vertx.undeploy(server.deploymentID());
            server = null;
            await(closed.toCompletionStage().toCompletableFuture());
            awaitFree(port);
        }
    }

    /** What happened so far, seen from ALM's side; callable from any thread. */
    public SimulatorReport report() {
        ReportWriter writer = new ReportWriter(world);
        SimulatorServer running = server;
        if (running == null || running.isOnItsThread()) {
            return writer.report();
        }
        return await(onLoop(running.loop(), writer));
    }

    private static CompletableFuture<SimulatorReport> onLoop(Context loop, ReportWriter writer) {
        CompletableFuture<SimulatorReport> report = new CompletableFuture<>();
        loop.runOnContext(now -> {
            try {
                report.complete(writer.report());
            } catch (RuntimeException defect) {
                report.completeExceptionally(defect);
            }
        });
        return report;
    }

    private static void requireFree(int port) {
        try {
            probe(port);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The simulator cannot listen on localhost:" + port + ": " + e.getMessage() + ".", e);
        }
    }

    /** A closed socket holds its port until its selector's next turn; without this a restart could fail. */
    private static void awaitFree(int port) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            try {
                probe(port);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TURN_NANOS);
            }
        }
    }

    /** Vert.x lets two of its own servers share a port silently, so only a plain socket tells whether one is free. */
    private static void probe(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getByName(SimulatorServer.HOST)).close();
    }

    private static <T> T await(CompletableFuture<T> result) {
        try {
            return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The simulator failed: " + e.getCause().getMessage() + ".", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The simulator's event loop does not respond.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the simulator.", e);
        }
    }
}
