package org.almbridge.api;

import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Answers what ends before or outside of a route, as the routes answer. */
final class ProblemAnswer {

    private static final Logger LOG = Logger.getLogger(ProblemAnswer.class);

    private static final long LINGER_MS = 1_000;

    private ProblemAnswer() {}

    /** The answer to a request that failed. */
    static void send(RoutingContext context) {
        send(context, problem(context.failure(), context.statusCode()));
    }

    static void send(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(problem.status()).putHeader("Content-Type", Problem.MEDIA_TYPE);
        if (problem.retryAfterSeconds() > 0) {
            response.putHeader("Retry-After", Long.toString(problem.retryAfterSeconds()));
        }
        if (isUnread(context.request())) {
            response.putHeader("Connection", "close");
            lingerAndClose(context);
        }
        response.end(problem.toJson());
    }

    private static boolean isUnread(HttpServerRequest request) {
        return !request.isEnded() && hasContent(request);
    }

    /** Whoever is still sending would lose the answer if the connection were closed at once. */
    private static void lingerAndClose(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.handler(part -> {}).resume();
        context.vertx().setTimer(LINGER_MS, late -> request.connection().close());
    }

    private static boolean hasContent(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || length != null && !length.equals("0");
    }

    private static Problem problem(Throwable failure, int status) {
        if (failure instanceof ProblemException e) {
            return e.problem();
        }
        if (failure instanceof ForbiddenException) {
            return Problem.of(403, "The key, or the token, has not the role that this request needs.");
        }
        if (failure == null && status >= 400 && status < 500) {
            return Problem.of(status, "The request cannot be understood.");
        }
        // its message may hold what was sent
        LOG.errorf(
                "a request failed: %s",
                failure == null ? status : failure.getClass().getName());
        LOG.debug("a request failed", failure);
        return Problem.of(500, "The bridge failed at this request; its log says more.");
    }
}
