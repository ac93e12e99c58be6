package org.almbridge.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What somebody writes by hand who knows this simulator: all on one event loop, the first attempt when the shortest lag is over,
 * then one every 100 ms. Everything is in memory, and any failure but the lag ends a person.
 */
final class Script {

    private static final int IN_FLIGHT = 3_000;
    private static final int CONNECTIONS = 64;
    private static final long STEP_MS = 100;
    private static final int MOST_ATTEMPTS = 100;

    private final Vertx vertx = Vertx.vertx();
    private final WebClient http;
    private final String users;
    private final long firstMs;
    private final Deque<String> waiting = new ArrayDeque<>();
    private int inFlight;

    private Script(String alm, long firstMs) {
        this.users = alm + "/primeapi/v2/users";
        this.firstMs = firstMs;
        this.http = WebClient.create(
                vertx, new WebClientOptions().setMaxPoolSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    }

    /** @param args the address of ALM, and the shortest lag in milliseconds */
    public static void main(String[] args) {
        long leastLagMs = Long.parseLong(args[1]);
        Script script = new Script(args[0], leastLagMs == 0 ? 0 : leastLagMs + STEP_MS / 2);
        Program.takeFiles(csv -> script.vertx.runOnContext(now -> script.take(csv)));
    }

    private void take(Path csv) {
        waiting.addAll(People.in(csv));
        next();
    }

    private void next() {
        while (inFlight < IN_FLIGHT && !waiting.isEmpty()) {
            inFlight++;
            bring(waiting.poll()).onComplete(end -> {
                inFlight--;
                next();
            });
        }
    }

    private Future<Void> bring(String line) {
        return addressed(users)
                .sendBuffer(Buffer.buffer(People.create(line)))
                .map(answer -> People.id(answer.bodyAsString()))
                .compose(user -> later(firstMs).compose(now -> enrol(user, 1)));
    }

    private Future<Void> enrol(String user, int attempt) {
        return addressed(users + "/" + user + "/enrollments")
                .addQueryParam("loId", Alm.COURSE)
                .addQueryParam("loInstanceId", Alm.INSTANCE)
                .send()
                .map(HttpResponse::statusCode)
                .compose(status -> status == 400 && attempt < MOST_ATTEMPTS
                        ? later(STEP_MS).compose(now -> enrol(user, attempt + 1))
                        : Future.succeededFuture());
    }

    private Future<Void> later(long ms) {
        return ms == 0 ? Future.succeededFuture() : vertx.timer(ms).mapEmpty();
    }

    private HttpRequest<Buffer> addressed(String url) {
        return http.postAbs(url)
                .putHeader("Authorization", "oauth " + Alm.TOKEN)
                .putHeader("Accept", "application/vnd.api+json")
                .putHeader("Content-Type", "application/vnd.api+json");
    }
}
