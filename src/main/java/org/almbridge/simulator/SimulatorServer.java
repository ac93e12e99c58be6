package org.almbridge.simulator;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** Owns the listening socket; a verticle, because that gives it one event loop whoever starts it. */
final class SimulatorServer extends AbstractVerticle {

    static final String HOST = "127.0.0.1";

    /** Room for a look-up of a hundred users in one query. */
    private static final int LONGEST_REQUEST_LINE = 16_384;

    private final int wantedPort;
    private final World world;
    private HttpServer server;
    private Thread thread;

    SimulatorServer(int wantedPort, World world) {
        this.wantedPort = wantedPort;
        this.world = world;
    }

    @Override
    public void start(Promise<Void> started) {
        thread = Thread.currentThread();
        HttpServerOptions options = new HttpServerOptions()
                .setHost(HOST)
                .setPort(wantedPort)
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(LONGEST_REQUEST_LINE);
        server = vertx.createHttpServer(options).requestHandler(new HttpFront(vertx, world));
        server.listen().<Void>mapEmpty().onComplete(started);
    }

    int port() {
        return server.actualPort();
    }

    Context loop() {
        return context;
    }

    /** Several contexts may share one event loop's thread, so the context alone does not tell. */
    boolean isOnItsThread() {
        return Thread.currentThread() == thread;
    }
}
