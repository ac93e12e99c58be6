package org.almbridge.simulator;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Turns HTTP requests into calls and answers into HTTP responses; the only class here that touches the wire. */
final class HttpFront implements Handler<HttpServerRequest> {

    private static final Logger LOG = Logger.getLogger(HttpFront.class);

    private final Vertx vertx;
    private final World world;
    private final AlmApi alm;
    private final ControlApi control;

    HttpFront(Vertx vertx, World world) {
        this.vertx = vertx;
        this.world = world;
        this.alm = new AlmApi(world);
        this.control = new ControlApi(world);
    }

    @Override
    public void handle(HttpServerRequest request) {
        long at = world.now();
        request.body().onSuccess(body -> receive(new Call(request, body.toString(StandardCharsets.UTF_8), at)));
    }

    private void receive(Call call) {
        long serviceTimeMs = world.settings().serviceTimeMs();
        if (call.isUnder(ControlApi.ROOT)) {
            report(call, answered(call, control::answer));
        } else if (serviceTimeMs == 0) {
            serve(call);
        } else {
            vertx.setTimer(serviceTimeMs, timer -> serve(call));
        }
    }

    private void serve(Call call) {
        Answer answer = answered(call, alm::answer);
        // a client that gave up while waiting got no answer, although its write is applied
        boolean gone = call.request().response().closed();
        world.record(call, gone ? 0 : answer.status());
        if (!gone) {
            respond(call, answer);
        }
    }

    private static Answer answered(Call call, Function<Call, Answer> api) {
        try {
            return api.apply(call);
        } catch (RuntimeException defect) {
            LOG.errorf(
                    defect,
                    "The simulator failed on %s %s",
                    call.method(),
                    call.request().path());
            return Answer.json(500, Json.object().put("error", "The simulator itself failed: " + defect));
        }
    }

    /** Written on another thread: ten thousands of users take a while, and ALM's clock must not stand still for it. */
    private void report(Call call, Answer answer) {
        vertx.executeBlocking(() -> bytes(answer)).onSuccess(body -> send(call, answer, body));
    }

    private static void respond(Call call, Answer answer) {
        if (answer.status() == 0) {
            call.request().connection().close();
        } else {
            send(call, answer, bytes(answer));
        }
    }

    private static void send(Call call, Answer answer, Buffer body) {
        HttpServerResponse response =
                call.request().response().setStatusCode(answer.status()).putHeader("x-request-id", call.requestId());
        answer.headers().forEach(response::putHeader);
        if (body.length() > 0) {
            response.putHeader("content-type", answer.contentType());
        }
        response.end(body);
    }

    private static Buffer bytes(Answer answer) {
        if (answer.body() == null) {
            return Buffer.buffer();
        }
        return answer.body() instanceof String text ? Buffer.buffer(text) : Buffer.buffer(Json.bytes(answer.body()));
    }
}
