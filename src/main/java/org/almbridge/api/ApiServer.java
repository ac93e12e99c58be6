package org.almbridge.api;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.almbridge.BridgeConfig;

/** What holds for all of the API, whatever operation is asked for. */
@Singleton
class ApiServer {

    private static final String API = "/api/*";

    /** Behind Quarkus' check of access, and ahead of its bare answer to a request that is too large. */
    private static final int BEFORE_THE_ROUTES = -3;

    private final BridgeConfig config;
    private final Uploads uploads;
    private final AllowedMethods methods;

    ApiServer(BridgeConfig config, Uploads uploads, AllowedMethods methods) {
        this.config = config;
        this.uploads = uploads;
        this.methods = methods;
    }

    void install(@Observes Router router) {
        if (!config.doctor().enabled() && !config.plan().enabled()) {
            // which may run beside a bridge
            uploads.clear();
        }
        router.route(API).order(BEFORE_THE_ROUTES).handler(uploads);
        router.route(API).failureHandler(ProblemAnswer::send);
        router.errorHandler(404, context -> ProblemAnswer.send(context, Problem.of(404, "There is nothing here.")));
        router.errorHandler(405, this::notAllowed);
        router.errorHandler(500, ProblemAnswer::send);
    }

    private void notAllowed(RoutingContext context) {
        String allowed = String.join(", ", methods.of(context.normalizedPath()));
        context.response().putHeader("Allow", allowed);
        ProblemAnswer.send(context, Problem.of(405, "This address takes " + allowed + " only."));
    }
}
